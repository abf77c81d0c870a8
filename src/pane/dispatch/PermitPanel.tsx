import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { readPermitAgenda, type PermitJam } from '../../dispatch/permit-agenda';
import type { CheckReport } from '../../job/report';
import type { Plan } from '../../plan/plan';
import { describePermits, nameOfPermit, permitWords } from '../../text/dispatch-permit';
import { EmptyState } from '../frame/EmptyState';
import { PagedItems } from '../frame/PagedItems';
import { EmptyList } from './EmptyList';
import { JamLine } from './JamLine';
import { PermitProjectItem } from './PermitProjectItem';
import { UnitField } from './UnitField';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '0 12px 8px' },
  heading: { margin: '8px 0 0' },
  note: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** The biggest jams are what a meeting can see to; the others on demand. */
const fewJams = 5;
const pageful = 50;

/** 手续: where the jam is, and per project what can be done now, what blocks it and how long is left. */
export function PermitPanel({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const { plan, lists, entries } = report;
  const [unit, setUnit] = useState<string | null>(null);
  const agenda = useMemo(() => readPermitAgenda(entries, plan, lists, unit), [entries, plan, lists, unit]);
  const [only, setOnly] = useState('');
  if (agenda === null) return <EmptyState sign="waiting" title={permitWords.gone} hint={permitWords.goneHint} />;
  if (agenda.projects.length + agenda.withdrawn === 0 && unit === null) return <EmptyList report={report} list="9" title={permitWords.empty} hint={permitWords.emptyHint} />;
  const shown = agenda.projects.filter(({ ready, inHand }) => only === '' || ready.includes(only) || inHand.includes(only));
  return (
    <>
      <div className={styles.section}>
        <UnitField report={report} unit={unit} onUnit={setUnit} />
        <Text weight="semibold">{describePermits(agenda)}</Text>
      </div>
      <Jams plan={plan} jams={agenda.jams} />
      <div className={styles.section}>
        <Text as="h2" weight="semibold" block className={styles.heading}>
          {permitWords.projects}
        </Text>
        <Field label={permitWords.only}>
          <Select value={only} onChange={(_, { value }) => setOnly(value)}>
            <option value="">{permitWords.whole}</option>
            {plan.permits.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {shown.length === 0 && (
          <Text block className={styles.note}>
            {permitWords.none}
          </Text>
        )}
      </div>
      <ul className={styles.list}>
        <PagedItems key={`${only}|${unit}`} items={shown} pageful={pageful} draw={(project) => <PermitProjectItem key={project.row} project={project} report={report} />} />
      </ul>
    </>
  );
}

/** Where the jam is, the biggest first; what holds up nobody comes last. */
function Jams({ plan, jams }: { readonly plan: Plan; readonly jams: readonly PermitJam[] }) {
  const styles = useStyles();
  const open = jams.filter(({ inHand, ready, blocked, unknown }) => inHand + ready + blocked + unknown > 0);
  const most = Math.max(1, ...open.map(({ holding }) => holding));
  if (open.length === 0) return null;
  return (
    <section>
      <div className={styles.section}>
        <Text as="h2" weight="semibold" block className={styles.heading}>
          {permitWords.jams}
        </Text>
        <Text size={200} block className={styles.note}>
          {permitWords.jamNote}
        </Text>
      </div>
      <ul className={styles.list}>
        <PagedItems items={open} pageful={fewJams} draw={(jam) => <JamLine key={jam.permit} name={nameOfPermit(plan, jam.permit)} jam={jam} most={most} />} />
      </ul>
    </section>
  );
}
