import { Field, Input, Textarea } from '@fluentui/react-components';
import { longestWho, longestWhy } from '../../job/signed-reason';
import { reasonTexts } from '../../text/ui';
import type { ReasonDraft } from './use-signed-reason';

interface Props {
  readonly draft: ReasonDraft;
  readonly whoLabel: string;
  readonly whyLabel: string;
  readonly whyHint: string;
}

/** Who and why; both are required. */
export function ReasonFields({ draft, whoLabel, whyLabel, whyHint }: Props) {
  const { who, why, setWho, setWhy, isChecked } = draft;
  const missing = (text: string, message: string) =>
    isChecked && text.trim() === '' ? { validationState: 'error' as const, validationMessage: message } : {};
  return (
    <>
      <Field label={whyLabel} hint={whyHint} required {...missing(why, reasonTexts.noWhy)}>
        <Textarea value={why} rows={3} maxLength={longestWhy} resize="vertical" onChange={(_, { value }) => setWhy(value)} />
      </Field>
      <Field label={whoLabel} hint={reasonTexts.whoHint} required {...missing(who, reasonTexts.noWho)}>
        <Input value={who} maxLength={longestWho} autoComplete="off" onChange={(_, { value }) => setWho(value)} />
      </Field>
    </>
  );
}
