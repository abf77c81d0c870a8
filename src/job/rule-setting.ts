import type { RuleSetting } from '../list/record';
import { maySwitch, severitiesOf } from '../rule/permission';
import { ruleSettingTexts } from '../text/explain';
import { nameOfRule } from '../text/rule-name';
import { severityName } from '../text/workbook';
import { changeRecord } from './change-record';
import type { Surroundings } from './clock';
import type { JobOptions, WorkbookPort } from './port';
import type { CheckReport } from './report';
import { readReason } from './signed-reason';
import { WorkbookError } from './workbook-error';

/**
 * 调整规则: weighs a rule's 警告 and 提示 otherwise in this workbook, switches them off, or (severity null) goes back to
 * the catalogue, and judges and marks again. Who and why are required and kept. Throws WorkbookError for a rule that
 * finds errors only, for its own severity, and where who or why is blank or too long; then nothing was written.
 */
export async function changeRuleSetting(
  port: WorkbookPort,
  report: CheckReport,
  setting: RuleSetting | { readonly code: string; readonly severity: null },
  around: Surroundings,
  options: JobOptions = {},
): Promise<CheckReport> {
  const { code } = setting;
  const name = nameOfRule(code);
  if (!maySwitch(code)) throw new WorkbookError(ruleSettingTexts.notSwitchable(name));
  if (setting.severity === null) {
    return changeRecord(
      port,
      report,
      ({ reading }) => {
        const rest = reading.entries.ruleSettings.filter((each) => each.code !== code);
        if (rest.length === reading.entries.ruleSettings.length) throw new WorkbookError(ruleSettingTexts.notSet(name));
        return { ruleSettings: rest };
      },
      around,
      options,
    );
  }
  const { severity } = setting;
  if (severity !== 'off' && severitiesOf(code).every((own) => own === severity || own === 'error')) {
    throw new WorkbookError(ruleSettingTexts.isOwn(name, severityName(severity, false)));
  }
  const kept: RuleSetting = { code, severity, ...readReason(setting, ruleSettingTexts) };
  return changeRecord(
    port,
    report,
    ({ reading }) => ({ ruleSettings: [...reading.entries.ruleSettings.filter((each) => each.code !== code), kept] }),
    around,
    options,
  );
}
