import { isSameName } from '../sheet/lay-sheet';
import type { SheetModel } from '../sheet/model';
import { HostError } from '../job/port';
import type { Survey } from './survey';
import type { Step } from './step';

type Protection = Excel.WorksheetProtectionOptions;

interface SheetState {
  readonly name: string;
  visibility: SheetModel['visibility'];
  protection: Protection | null;
  /** True while a protection is off for our writing. */
  isOpen: boolean;
  /** True until the protection that the survey saw has been dealt with. */
  isUntouched: boolean;
}

/**
 * The workbook as it will be at each point of the plan: which sheets there are, in which order, and which
 * protections are off and have to be put back.
 */
export class Scene {
  private readonly sheets: SheetState[];
  /** Protections taken off before anything else: one with a password then stops the write before it has begun. */
  readonly opening: Step[] = [];
  private names: readonly string[];
  private tables: readonly string[];

  constructor(survey: Survey) {
    this.sheets = survey.sheets.map(({ name, visibility, protection }) => ({ name, visibility, protection, isOpen: false, isUntouched: true }));
    this.names = survey.names;
    this.tables = survey.sheets.flatMap(({ tables }) => tables.map(({ name }) => name));
  }

  has(name: string): boolean {
    return this.sheets.some((sheet) => isSameName(sheet.name, name));
  }

  hasName(name: string): boolean {
    return this.names.some((other) => isSameName(other, name));
  }

  addName(name: string): void {
    this.names = [...this.names, name];
  }

  addTable(name: string): void {
    this.tables = [...this.tables, name];
  }

  /** Throws HostError notFound for a table that will not be there. */
  requireTable(name: string): void {
    if (!this.tables.some((other) => isSameName(other, name))) throw new HostError('notFound', `no table named ${name}`);
  }

  /** Throws HostError notFound for a sheet that will not be there. */
  requireSheet(name: string): void {
    this.find(name);
  }

  /** Zero-based place of a new sheet after another, null for first. */
  addSheet(name: string, after: string | null): number {
    const position = after === null ? 0 : this.sheets.indexOf(this.find(after)) + 1;
    this.sheets.splice(position, 0, { name, visibility: 'visible', protection: null, isOpen: false, isUntouched: false });
    return position;
  }

  removeSheet(name: string): readonly Step[] {
    const sheet = this.find(name);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    return [
      {
        bytes: 300,
        run: (desk) => {
          // Excel refuses to delete a sheet that is very hidden.
          if (sheet.visibility === 'veryHidden') desk.sheet(name).visibility = 'Hidden';
          desk.sheet(name).delete();
        },
      },
    ];
  }

  activate(name: string): readonly Step[] {
    this.requireSheet(name);
    return [{ bytes: 200, run: (desk) => desk.sheet(name).activate() }];
  }

  /** What makes a sheet writable from here on; its protection is put back at the end. */
  open(name: string): readonly Step[] {
    const sheet = this.find(name);
    if (!sheet.protection || sheet.isOpen) return [];
    sheet.isOpen = true;
    const unprotect: Step = { bytes: 200, run: (desk) => desk.sheet(sheet.name).protection.unprotect() };
    if (!sheet.isUntouched) return [unprotect];
    sheet.isUntouched = false;
    this.opening.push(unprotect);
    return [];
  }

  /** The sheet's protection from now on; whatever it had is off by now. */
  protect(name: string, protection: Protection | null): readonly Step[] {
    const sheet = this.find(name);
    sheet.isOpen = false;
    sheet.isUntouched = false;
    sheet.protection = protection;
    return protection ? [{ bytes: 500, run: (desk) => desk.sheet(sheet.name).protection.protect(protection) }] : [];
  }

  show(name: string, visibility: SheetModel['visibility']): void {
    this.find(name).visibility = visibility;
  }

  /** Puts the protections back that are off, of sheets that are done. */
  close(isDone: (sheet: string) => boolean): readonly Step[] {
    return this.sheets.flatMap((sheet) => (sheet.isOpen && isDone(sheet.name) ? this.protect(sheet.name, sheet.protection) : []));
  }

  private find(name: string): SheetState {
    const sheet = this.sheets.find((candidate) => isSameName(candidate.name, name));
    if (!sheet) throw new HostError('notFound', `no sheet named ${name}`);
    return sheet;
  }
}
