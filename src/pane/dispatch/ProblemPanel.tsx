import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { problemStages, readProblemAgenda, type Concern, type Problem } from '../../dispatch/problem-agenda';
import type { CheckReport } from '../../job/report';
import { labelOf } from '../../plan/choice';
import { describeDepartment, describeWeek, problemWords } from '../../text/dispatch-problem';
import { inThousands } from '../../text/ui-sentence';
import { EmptyState } from '../frame/EmptyState';
import { PagedItems } from '../frame/PagedItems';
import { Disclosure } from '../waiting/Disclosure';
import { AdvanceDialog } from './AdvanceDialog';
import { ConcernFilter } from './ConcernFilter';
import { EmptyList } from './EmptyList';
import { ProblemItem } from './ProblemItem';
import { UnitField } from './UnitField';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 12px 8px' },
  stages: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(48px, 1fr))', margin: 0, padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  stage: { display: 'flex', flexDirection: 'column-reverse', alignItems: 'center', gap: '2px' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  figure: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  note: { color: tokens.colorNeutralForeground2 },
  summary: { display: 'flex', flexDirection: 'column', gap: '2px' },
  departments: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** Departments, and problems within one, drawn at a time. */
const pageful = 50;
/** With so few departments their problems are shown at once. */
const fewDepartments = 2;

/** 问题: where the problems of list 8 stand, what is due, and by 责任部门 what has to be done, with 推进 at each. */
export function ProblemPanel({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const { plan, lists, entries } = report;
  const [unit, setUnit] = useState<string | null>(null);
  const agenda = useMemo(() => readProblemAgenda(entries, plan, lists, unit), [entries, plan, lists, unit]);
  const [concern, setConcern] = useState<Concern | null>(null);
  // The report in which the problem was seen: while the dialog is open the workbook may be judged anew.
  const [moving, setMoving] = useState<{ readonly seen: CheckReport; readonly problem: Problem } | null>(null);
  if (agenda === null) return <EmptyState sign="waiting" title={problemWords.gone} hint={problemWords.goneHint} />;
  const { stages, unstaged, counts, week } = agenda;
  const all = problemStages.reduce((sum, stage) => sum + stages[stage], unstaged);
  if (all === 0 && unit === null) return <EmptyList report={report} list="8" title={problemWords.empty} hint={problemWords.emptyHint} />;
  const open = all - stages.closed;
  // What the filter is about may just have been done with.
  const chosen = concern !== null && counts[concern] > 0 ? concern : null;
  const departments = agenda.departments
    .map(({ department, problems }) => ({ department, problems: chosen === null ? problems : problems.filter((each) => each.concerns.includes(chosen)) }))
    .filter(({ problems }) => problems.length > 0);
  return (
    <>
      <div className={styles.head}>
        <UnitField report={report} unit={unit} onUnit={setUnit} />
        <dl className={styles.stages} aria-label={problemWords.stages}>
          {problemStages.map((stage) => (
            <Figure key={stage} label={labelOf(plan, 'problemState', stage)} count={stages[stage]} />
          ))}
          {unstaged > 0 && <Figure label={problemWords.unstaged} count={unstaged} />}
        </dl>
        {open > 0 && <ConcernFilter open={open} counts={counts} chosen={chosen} onChoose={setConcern} />}
        <Text size={200} className={styles.note}>
          {describeWeek(week)}
        </Text>
      </div>
      {all === 0 && <EmptyState sign="waiting" title={problemWords.noneOfUnit} />}
      {open === 0 && all > 0 && <EmptyState sign="good" title={problemWords.none} hint={problemWords.noneHint} />}
      <ul className={styles.departments}>
        <PagedItems
          key={`${chosen}|${unit}`}
          items={departments}
          pageful={pageful}
          draw={({ department, problems }) => (
            <li key={`${unit}|${department}`}>
              <Disclosure
                startsOpen={departments.length <= fewDepartments}
                summary={
                  <span className={styles.summary}>
                    <Text weight="semibold">{department === '' ? problemWords.noDepartment : department}</Text>
                    <Text size={200} className={styles.note}>
                      {describeDepartment(problems)}
                    </Text>
                  </span>
                }
              >
                <PagedItems
                  items={problems}
                  pageful={pageful}
                  draw={(problem) => <ProblemItem key={problem.row} problem={problem} report={report} onAdvance={() => setMoving({ seen: report, problem })} />}
                />
              </Disclosure>
            </li>
          )}
        />
      </ul>
      {moving && <AdvanceDialog report={moving.seen} problem={moving.problem} onClose={() => setMoving(null)} />}
    </>
  );
}

function Figure({ label, count }: { readonly label: string; readonly count: number }) {
  const styles = useStyles();
  return (
    <div className={styles.stage}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.figure}>{inThousands(count)}</dd>
    </div>
  );
}
