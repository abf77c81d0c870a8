import { Checkbox, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { ruleScopes, type RuleEntry } from '../../job/rule-book';
import type { Plan } from '../../plan/plan';
import { helpTexts } from '../../text/ui';
import { describeRuleCount } from '../../text/ui-sentence';
import { EmptyState } from '../frame/EmptyState';
import { ClauseDialog } from '../rule/ClauseDialog';
import { RuleSettingDialog } from '../rule/RuleSettingDialog';
import { useRuleBook } from '../rule/use-rule-book';
import { SelfTestLink } from '../self-test/SelfTestLink';
import { RuleItem } from './RuleItem';
import { searchRules } from './search-rules';

/** So few are shown with all that they say. */
const few = 3;

const useStyles = makeStyles({
  page: { overflowY: 'auto', flex: '1 1 0', minHeight: 0, paddingBottom: '16px' },
  head: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px 12px 8px' },
  heading: { margin: 0 },
  note: { color: tokens.colorNeutralForeground2 },
  search: { width: '100%', maxWidth: 'none' },
  scope: { margin: 0, padding: '12px 12px 4px', color: tokens.colorNeutralForeground2 },
});

/** 帮助: all rules there are, to be searched, and how this workbook weighs them. */
export function HelpScreen({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { rules, settings, listCount } = useRuleBook(plan);
  const [query, setQuery] = useState('');
  const [onlyAdjusted, setOnlyAdjusted] = useState(false);
  const [clause, setClause] = useState<string | null>(null);
  const [adjusting, setAdjusting] = useState<RuleEntry | null>(null);
  const isNarrowed = onlyAdjusted && settings !== null && settings.size > 0;
  const found = useMemo(
    () => searchRules(rules, query).filter(({ code }) => !isNarrowed || settings.has(code)),
    [rules, query, isNarrowed, settings],
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Text as="h1" size={500} weight="semibold" block className={styles.heading}>
          {helpTexts.title}
        </Text>
        <Text block className={styles.note}>
          {helpTexts.intro}
        </Text>
        <SelfTestLink />
        <SearchBox
          className={styles.search}
          aria-label={helpTexts.search}
          placeholder={helpTexts.searchHint}
          dismiss={query === '' ? null : { 'aria-label': helpTexts.clear }}
          value={query}
          onChange={(_, { value }) => setQuery(value)}
        />
        {settings !== null && settings.size > 0 && (
          <Checkbox label={`${helpTexts.onlyAdjusted}（${settings.size}）`} checked={onlyAdjusted} onChange={(_, { checked }) => setOnlyAdjusted(checked === true)} />
        )}
        <Text size={200} role="status" className={styles.note}>
          {describeRuleCount(found.length, rules.length)}
        </Text>
      </header>
      {found.length === 0 && <EmptyState sign="waiting" title={helpTexts.none} hint={helpTexts.noneHint} />}
      {ruleScopes.map((scope) => {
        const own = found.filter((rule) => rule.scope === scope);
        return (
          own.length > 0 && (
            <section key={scope}>
              <Text as="h2" size={200} weight="semibold" block className={styles.scope}>
                {`${helpTexts.scopes[scope]}（${own.length}）`}
              </Text>
              {own.map((rule) => (
                <RuleItem
                  // Drawn anew, opened, when few are left.
                  key={`${rule.code}${found.length <= few}`}
                  rule={rule}
                  setting={settings?.get(rule.code) ?? null}
                  canAdjust={rule.maySwitch && settings !== null}
                  listCount={listCount}
                  startsOpen={found.length <= few}
                  onClause={() => setClause(rule.source)}
                  onAdjust={() => setAdjusting(rule)}
                />
              ))}
            </section>
          )
        );
      })}
      {clause !== null && <ClauseDialog plan={plan} source={clause} onClose={() => setClause(null)} />}
      {adjusting && <RuleSettingDialog rule={adjusting} setting={settings?.get(adjusting.code) ?? null} onClose={() => setAdjusting(null)} />}
    </div>
  );
}
