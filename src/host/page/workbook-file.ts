import { describeFileFault, describeUnknownParts } from '../../text/file';
import { FileError } from '../../xlsx/file-error';
import { readWorkbook } from '../../xlsx/read-workbook';
import { findUnknownParts } from '../../xlsx/unknown-part';
import { writeWorkbook } from '../../xlsx/write-workbook';
import type { Book } from '../book/book';
import { askUser, tellUser } from './dialog';
import { makeElement } from './element';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The workbook's file: opening, saving, dropping, and whether there are changes that were not saved. */
export class WorkbookFile {
  name = '九张清单.xlsx';
  isChanged = false;
  private readonly input = makeElement('input', { type: 'file', accept: '.xlsx', hidden: true, 'aria-label': '选择工作簿文件' });
  private isOpening = false;

  constructor(
    private readonly book: Book,
    private readonly changed: () => void,
    /** Told what was done. */
    private readonly say: (text: string) => void,
    /** Another workbook is in place: as in Excel, it gets a pane of its own. */
    private readonly opened: () => void,
  ) {
    document.body.append(this.input);
    this.input.addEventListener('change', () => {
      const file = this.input.files?.[0];
      this.input.value = '';
      if (file) void this.open(file);
    });
    book.subscribe((event) => {
      // Selecting and showing sheets changes nothing that is saved.
      if (this.isOpening || (event.kind !== 'redraw' && event.kind !== 'tabs') || this.isChanged) return;
      if (event.kind === 'tabs') return;
      this.isChanged = true;
      this.changed();
    });
    window.addEventListener('beforeunload', (event) => {
      if (this.isChanged) event.preventDefault();
    });
    this.listenToDrops();
  }

  /** Lets the user choose a file. */
  choose(): void {
    this.input.click();
  }

  /** Opens a file in place of the workbook; a file that cannot be read leaves the workbook as it is. */
  async open(file: File): Promise<void> {
    if (this.isChanged && !(await this.mayReplace(file.name))) return;
    document.body.classList.add('busy');
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const model = await readWorkbook(bytes);
      this.isOpening = true;
      this.book.openModel(model);
      this.name = file.name;
      this.isChanged = false;
      this.changed();
      this.opened();
      this.say(`已打开“${file.name}”。`);
      const unknown = findUnknownParts(bytes);
      if (unknown.length > 0) await tellUser('有些内容保存后会丢失', describeUnknownParts(unknown, file.name), 'warning');
    } catch (cause) {
      if (!(cause instanceof FileError)) throw cause;
      await tellUser('无法打开这个文件', `${describeFileFault(cause.fault, file.name)}\n当前工作簿没有改动。`);
    } finally {
      this.isOpening = false;
      document.body.classList.remove('busy');
    }
  }

  /** Gives the workbook to the user as a download. */
  async save(): Promise<void> {
    const bytes = await writeWorkbook(this.book.toModel());
    const link = makeElement('a', { download: this.name });
    link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: xlsxType }));
    link.click();
    // The download has begun with the click; a moment later nobody needs the address any more.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    this.isChanged = false;
    this.changed();
    this.say(`已保存“${this.name}”，请在浏览器的下载文件夹中查看。`);
  }

  private async mayReplace(name: string): Promise<boolean> {
    const answer = await askUser({
      title: '当前工作簿还没有保存',
      text: `打开“${name}”后，当前工作簿中未保存的改动会丢失。要先保存吗？`,
      level: 'warning',
      choices: [
        { key: 'save', label: '保存' },
        { key: 'drop', label: '不保存' },
        { key: 'stay', label: '取消' },
      ],
      dismiss: 'stay',
    });
    if (answer === 'save') await this.save();
    return answer !== 'stay';
  }

  private listenToDrops(): void {
    const hint = makeElement('div', { class: 'drop-hint', hidden: true }, [makeElement('span', {}, ['松开鼠标，打开这个工作簿'])]);
    document.body.append(hint);
    const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    document.addEventListener('dragover', (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      hint.hidden = false;
    });
    document.addEventListener('dragleave', (event) => {
      if (!event.relatedTarget) hint.hidden = true;
    });
    document.addEventListener('drop', (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      hint.hidden = true;
      const file = event.dataTransfer?.files[0];
      if (file) void this.open(file);
    });
  }
}
