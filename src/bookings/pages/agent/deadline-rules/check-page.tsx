import type { ActivityOffer } from "#activities";
import { capitalise, formatDay } from "#kernel";
import { BackLink, Button, Card, DataTable, FormToken, type Column, type Page, type Values } from "#platform";

import { parseDeadlineRule } from "../../../deadlines/rule-format.ts";
import { momentOf } from "../../../rules/deadline-sentence.ts";
import { isNever } from "../../../rules/deadline/never.ts";
import { ruleSentence } from "../../../rules/deadline/rule-sentence.ts";
import type { DeadlineChange, DeadlineEffect } from "../../../ruleset/edit/edit-deadlines.ts";
import { ACTS } from "../../../ruleset/stored/deadline-table.ts";
import { isChanged, type ComparedSlot, type SlotInstants } from "../../../slots/compare-deadlines.ts";
import { choiceFacts, Hidden, queryOf } from "./form-page.tsx";
import type { RuleChoice } from "./rule-choice.ts";
import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
export interface RuleCheckView {
  readonly activity: ActivityOffer;
  readonly choice: RuleChoice;
  readonly change: DeadlineChange;
  readonly effect: DeadlineEffect;
  readonly month: Temporal.PlainYearMonth;
  readonly values: Values;
}

/** Says in words what a rule will do, and a month of slots with the new instants beside the old. */
export function ruleCheckPage(view: RuleCheckView): Page {
  const { activity, choice, change, effect, values } = view;
  const title = texts.check.title(activity.activityName);
  const unchanged = effect.changes.length === 0;
  return {
    title,
    section: "deadlines",
    dense: true,
    before: <BackLink href="/agent/delais/reglages" label={texts.backToList} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{unchanged ? texts.check.nothing : texts.check.lead}</p>
        <Card title={texts.check.what}>
          {change.rule !== null && (
            <p>
              <strong>{ruleSentence(parseDeadlineRule(change.rule))}</strong>
            </p>
          )}
          <ul>
            {choiceFacts(activity, choice).map(({ term, value }) => (
              <li>{`${term} : ${value}`}</li>
            ))}
            <li>{texts.check.from(change.from)}</li>
          </ul>
        </Card>
        {!unchanged && <Effect effect={effect} />}
        <form method="post" action="/agent/delais/reglages/enregistrer">
          <FormToken />
          <Hidden values={values} />
          <p class="row">
            {!unchanged && <Button>{texts.check.submit}</Button>}
            <a href={`/agent/delais/reglages/ecrire?${queryOf(values)}`}>{texts.check.change}</a>
          </p>
        </form>
        <Month {...view} />
      </>
    ),
  };
}

function Effect({ effect }: { effect: DeadlineEffect }) {
  const counted = ACTS.filter((act) => effect.changed[act] > 0);
  const hours = effect.slots.some(({ before, after }) => !apart(before) || !apart(after));
  return (
    <Card title={texts.check.effect}>
      <ul>
        {effect.changes.map((sentence) => (
          <li>{sentence}</li>
        ))}
        {counted
          .filter((act) => act !== "change" || hours)
          .map((act) => (
            <li>{texts.check.counts(act, effect.changed[act])}</li>
          ))}
        {counted.length === 0 && <li>{texts.check.noSlot}</li>}
        {effect.closedAtOnce > 0 && <li>{texts.check.atOnce(effect.closedAtOnce)}</li>}
        {effect.missing.length > 0 && <li>{texts.check.missing}</li>}
        {effect.warnings.map(({ sentence }) => (
          <li>{sentence}</li>
        ))}
        <li>{texts.check.noLetter}</li>
      </ul>
    </Card>
  );
}

/** Whether hours change until the same instant as cancelling. */
const apart = ({ cancel, change }: SlotInstants) => change.equals(cancel);

function Month({ activity, effect, month, values }: RuleCheckView) {
  const slots = effect.slots.filter(({ date }) => date.toPlainYearMonth().equals(month));
  const hours = slots.some(({ before, after }) => !apart(before) || !apart(after));
  const around = [month.subtract({ months: 1 }), month.add({ months: 1 })];
  return (
    <>
      {slots.length === 0 ? (
        <>
          <h2>{texts.check.month(month)}</h2>
          <p>{texts.check.noneInMonth}</p>
        </>
      ) : (
        <>
          <DataTable
            caption={texts.check.month(month)}
            rows={slots}
            columns={columns(hours, activity.units.length > 1)}
          />
          <p>{texts.check.monthCount(slots.filter(isChanged).length, slots.length)}</p>
        </>
      )}
      <form method="post" action="/agent/delais/reglages/verifier" class="row no-print">
        <FormToken />
        <Hidden values={new Map([...values].filter(([name]) => name !== "mois"))} />
        {around.map((other) => (
          <Button variant="secondary" name="mois" value={other.toString()}>
            {texts.check.otherMonth(other)}
          </Button>
        ))}
      </form>
    </>
  );
}

function columns(hours: boolean, units: boolean): readonly Column<ComparedSlot>[] {
  return [
    { header: texts.check.day, rowHeader: true, cell: ({ date }) => capitalise(formatDay(date)) },
    ...(units ? [{ header: texts.check.unit, cell: ({ unitName }: ComparedSlot) => unitName }] : []),
    { header: texts.check.booked, numeric: true, cell: ({ booked }) => booked },
    { header: texts.check.before, cell: ({ before }) => <Instants {...before} hours={hours} /> },
    {
      header: texts.check.after,
      cell: (slot) => (isChanged(slot) ? <Instants {...slot.after} hours={hours} /> : texts.check.same),
    },
  ];
}

function Instants({ hours, ...instants }: SlotInstants & { hours: boolean }) {
  return (
    <div>
      {ACTS.filter((act) => act !== "change" || hours).map((act) => (
        <div>{`${texts.acts[act]} : ${moment(instants[act])}`}</div>
      ))}
    </div>
  );
}

function moment(until: Temporal.Instant): string {
  return isNever(until) ? texts.choose.forms.jamais[0].toLowerCase() : momentOf(until);
}
