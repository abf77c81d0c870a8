import { checkTogether, type OpenWorkbook } from '../../job/check-together';
import type { Surroundings } from '../../job/clock';
import { HostError, type JobOptions, type WorkbookPort } from '../../job/port';
import { recogniseWorkbook } from '../../job/recognise';
import type { Plan } from '../../plan/plan';
import type { Issue } from '../../rule/issue';
import type { WorkbookContent } from '../../sheet/model';
import type { ShelvedFile } from './file-shelf';
import type { Together } from './together';

/** Judges the files on the shelf together, with the open workbook where `open` gives one. Writes nothing. */
export async function judgeShelf(
  shelf: readonly ShelvedFile[],
  open: WorkbookPort | null,
  plan: Plan,
  around: Surroundings,
  options: JobOptions,
): Promise<Together> {
  const labels = shelf.map(({ label }) => label);
  const refused = shelf.flatMap(({ label, found }) => (found.kind === 'refused' ? [{ label, sentence: found.sentence }] : []));
  const workbooks: OpenWorkbook[] = shelf.flatMap(({ label, found }) =>
    found.kind === 'known' ? [{ label, known: found.known, port: portOn(found.known.content) }] : [],
  );
  const withOpen = open !== null;
  if (workbooks.length === 0) return { withOpen, labels, judged: [], refused, issues: [] };
  if (open !== null) workbooks.unshift({ label: '', known: recogniseWorkbook(await open.read(options), [plan], around), port: open });
  const { reports, together } = await checkTogether(workbooks, plan, around, { ...options, mark: false });
  const judged = reports.map((report, at) => {
    const { label } = workbooks[at]!;
    return { label, report, joint: report.result.issues.filter((issue) => isJoint(issue, label)) };
  });
  return { withOpen, labels, judged, refused, issues: together };
}

/** True where the issue names a row of another file (parameter files, rule/together). */
function isJoint({ params }: Issue, label: string): boolean {
  const { files } = params;
  return Array.isArray(files) && files.some((file) => file !== label);
}

/** A file that is only looked at. */
function portOn(content: WorkbookContent): WorkbookPort {
  const refuse = () => Promise.reject(new HostError('unsupported', 'a file that was only read'));
  return { read: () => Promise.resolve(content), apply: refuse, select: refuse, watch: refuse };
}
