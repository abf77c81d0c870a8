/** The add-in's settings, as Excel keeps them in the document: names and JSON texts. */
export class Settings {
  private readonly byName = new Map<string, string>();

  entries(): [string, string][] {
    return [...this.byName];
  }

  /** Takes the place of all that was kept. */
  replace(entries: readonly (readonly [string, string])[]): void {
    this.byName.clear();
    for (const [name, json] of entries) this.byName.set(name, json);
  }

  get(name: string): string | undefined {
    return this.byName.get(name);
  }

  set(name: string, json: string): void {
    this.byName.set(name, json);
  }

  delete(name: string): void {
    this.byName.delete(name);
  }
}
