import { Button, makeStyles, Select } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { CheckReport } from '../../job/report';
import { nameOfRule } from '../../text/rule-name';
import { issueTexts, uiWords } from '../../text/ui';
import { countChoices, isFiltered, noFilter, type IssueFilter } from './filter';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '8px', '> *': { minWidth: 0 } },
  wide: { gridColumn: '1 / -1' },
  clear: { gridColumn: '1 / -1', justifySelf: 'start' },
});

interface Props {
  readonly report: CheckReport;
  readonly filter: IssueFilter;
  readonly onFilter: (filter: IssueFilter) => void;
}

/** Filters by list, unit and rule; each choice says how many issues it would show. */
export function IssueFilterFields({ report, filter, onFilter }: Props) {
  const styles = useStyles();
  const { plan, lists, result } = report;
  const { issues } = result;
  const listCounts = useMemo(() => countChoices(issues, filter, 'list'), [issues, filter]);
  const unitCounts = useMemo(() => countChoices(issues, filter, 'unit'), [issues, filter]);
  const codeCounts = useMemo(() => countChoices(issues, filter, 'code'), [issues, filter]);
  const listNames = [...lists.map(({ key, sheetName }) => [key, sheetName] as const), ['', issueTexts.whole] as const];
  const unitNames = [...plan.units.map(({ key, name }) => [key, name] as const), ['', issueTexts.city] as const];
  const codeNames = [...new Set(issues.map(({ code }) => code))].map((code) => [code, nameOfRule(code)] as const);
  return (
    <div className={styles.root}>
      <Facet
        className={styles.wide}
        label={uiWords.list}
        everything={issueTexts.searchList}
        names={listNames}
        counts={listCounts}
        value={filter.list}
        onChoose={(list) => onFilter({ ...filter, list })}
      />
      <Facet
        label={uiWords.unit}
        everything={issueTexts.searchUnit}
        names={unitNames}
        counts={unitCounts}
        value={filter.unit}
        onChoose={(unit) => onFilter({ ...filter, unit })}
      />
      <Facet
        label={uiWords.rule}
        everything={issueTexts.searchRule}
        names={codeNames}
        counts={codeCounts}
        value={filter.code}
        onChoose={(code) => onFilter({ ...filter, code })}
      />
      {isFiltered(filter) && (
        <Button className={styles.clear} size="small" appearance="subtle" onClick={() => onFilter(noFilter)}>
          {uiWords.clearFilter}
        </Button>
      )}
    </div>
  );
}

interface FacetProps {
  readonly className?: string;
  readonly label: string;
  readonly everything: string;
  readonly names: readonly (readonly [key: string, name: string])[];
  readonly counts: ReadonlyMap<string, number>;
  readonly value: string | null;
  readonly onChoose: (key: string | null) => void;
}

/** An option's value is marked so that the key '' can be told from no choice. */
const marker = '=';

function Facet({ className, label, everything, names, counts, value, onChoose }: FacetProps) {
  const choices = names.filter(([key]) => counts.has(key) || key === value);
  return (
    <Select
      {...(className ? { className } : {})}
      size="small"
      aria-label={label}
      value={value === null ? '' : marker + value}
      onChange={(_, data) => onChoose(data.value === '' ? null : data.value.slice(marker.length))}
    >
      <option value="">{everything}</option>
      {choices.map(([key, name]) => (
        <option key={key} value={marker + key}>
          {`${name}（${counts.get(key) ?? 0}）`}
        </option>
      ))}
    </Select>
  );
}
