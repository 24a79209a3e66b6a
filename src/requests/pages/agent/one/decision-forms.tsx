import { Button, Card, Checkbox, DateField, Details, Fieldset, TextArea } from "#platform";

import { effectOf } from "../../../effects/effects.ts";
import { texts } from "../texts.fr.ts";
import { Act } from "./act-form.tsx";
import { DealForms } from "./deal-forms.tsx";
import { InsertReply } from "./insert-reply.tsx";
import type { RequestView } from "./request-view.ts";

/** The longest reason, message or answer of an agent. */
export const LONGEST_SAID = 4000;

/** What an agent may do with an open request: each act its own form, the decision last. */
export function DecisionForms(view: RequestView) {
  const { decided, typed, corrections, today } = view;
  const { request, seen, changes, submission } = decided;
  const base = `/agent/demarches/${request.requestId}`;
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  const text = (name: string, label: string, more: { hint?: string; optional?: boolean } = {}) => (
    <TextArea
      name={name}
      label={label}
      {...more}
      value={typed[name] ?? ""}
      maxLength={LONGEST_SAID}
      correction={correction(name)}
    />
  );
  const insert = (field: string) => <InsertReply field={field} replies={view.replies} base={base} />;
  const open = (...names: readonly string[]) =>
    names.some((name) => correction(name) !== undefined || typed[name] !== undefined);
  const { answered } = effectOf(request.effect);
  return (
    <>
      <DealForms {...view} />
      <Card title={texts.one.accept}>
        <Act action={`${base}/accepter`}>
          <input type="hidden" name="vu" value={seen} />
          {changes.some(({ conflict }) => conflict) && (
            <Fieldset id="ecraser" legend={texts.one.conflictTitle} correction={correction("ecraser")}>
              <Checkbox name="ecraser" value="oui" label={texts.one.overConflicts} />
            </Fieldset>
          )}
          {text("mot", answered ? texts.one.acceptAnswer : texts.one.acceptSaid, { optional: !answered })}
          {insert("mot")}
          <Button>{texts.one.accept}</Button>
        </Act>
      </Card>
      <Details summary={texts.one.ask} open={open("manque", "avant")}>
        <Act action={`${base}/demander`}>
          {text("manque", texts.one.askWhat)}
          {insert("manque")}
          <DateField
            name="avant"
            label={texts.one.askUntil}
            hint={texts.one.askHint}
            value={typed["avant"] ?? today.add({ days: REPLY_DAYS }).toString()}
            min={today.toString()}
            correction={correction("avant")}
          />
          <Button variant="secondary">{texts.one.ask}</Button>
        </Act>
      </Details>
      <Details summary={texts.one.answer} open={open("message")}>
        <Act action={`${base}/repondre`}>
          {text("message", texts.one.answer)}
          {insert("message")}
          <Button variant="secondary">{texts.one.write}</Button>
        </Act>
      </Details>
      <Details summary={texts.one.note} open={open("note")}>
        <Act action={`${base}/noter`}>
          {text("note", texts.one.note, { hint: texts.one.noteHint })}
          <Button variant="secondary">{texts.one.keep}</Button>
        </Act>
      </Details>
      <Details summary={texts.one.refuse} open={open("motif", "recours")}>
        <Act action={`${base}/refuser`}>
          {text("motif", texts.one.reason, { hint: texts.one.reasonHint })}
          {insert("motif")}
          <TextArea
            name="recours"
            label={texts.one.appeal}
            value={typed["recours"] ?? submission.appeal}
            maxLength={LONGEST_SAID}
            correction={correction("recours")}
          />
          <Button variant="warning">{texts.one.refuse}</Button>
        </Act>
      </Details>
    </>
  );
}

/** A family has two weeks to answer, unless the agent says otherwise. */
const REPLY_DAYS = 14;
