import { capitalise, formatDay, type Id } from "#kernel";
import {
  BackLink,
  Button,
  Card,
  DataTable,
  DateField,
  ErrorSummary,
  FormToken,
  Notice,
  Select,
  type Correction,
  type Page,
} from "#platform";

import type { SpanDay } from "../../../day/prove-absences.ts";
import { spanDayWords } from "../../../day/span-words.fr.ts";
import { absenceReasons, reasonWord } from "../../../rules/absence-reason.ts";
import { dayAddress } from "../day/day-page.tsx";
import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
export interface ProofView {
  site: Id<"site">;
  participant: Id<"participant">;
  who: string;
  span: { first: Temporal.PlainDate; last: Temporal.PlainDate };
  today: Temporal.PlainDate;
  days: readonly SpanDay[];
  /** A month of the span is billed already. */
  billed: boolean;
  pageKey: string;
  /** How many absences the form that was just sent changed. */
  done: number | undefined;
  reason: string;
  received: string;
  corrections: readonly Correction[];
}

/** The page on which an agent notes one proof for several days: the days as they are noted, then the form. */
export function proofPage(view: ProofView): Page {
  const { site, who, span, days, corrections, done } = view;
  return {
    title: `${texts.title} – ${who}`,
    section: "attendance",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={dayAddress(site, span.first)} label={texts.back} />,
    flash: done === undefined ? <ErrorSummary items={corrections} /> : <Done view={view} count={done} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{who}</p>
        <p>{texts.lead}</p>
        {view.billed && <Notice title={texts.billed} />}
        <Card title={texts.proofTitle}>
          <ProofForm view={view} />
        </Card>
        {days.length === 0 ? <p>{texts.noDay}</p> : <Days days={days} />}
      </>
    ),
  };
}

function Done({ view, count }: { view: ProofView; count: number }) {
  const left = view.days.filter(({ state }) => state === "none").length;
  return (
    <Notice tone={count === 0 ? "warning" : "success"} title={texts.done(count)} announce>
      {left > 0 && <p>{texts.left(left)}</p>}
    </Notice>
  );
}

function ProofForm({ view }: { view: ProofView }) {
  const { site, participant, span, today, corrections } = view;
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return (
    <form method="post" action={`/agent/pointage/${site}/justificatif/${participant}`}>
      <FormToken />
      <input type="hidden" name="cle" value={view.pageKey} />
      <DateField name="du" label={texts.first} value={span.first.toString()} correction={correction("du")} />
      <DateField name="au" label={texts.last} value={span.last.toString()} correction={correction("au")} />
      <Select
        name="motif"
        label={texts.reason}
        value={view.reason}
        options={absenceReasons.map((reason) => ({ value: reason, label: reasonWord(reason) }))}
        correction={correction("motif")}
      />
      <DateField
        name="recu"
        label={texts.received}
        hint={texts.receivedHint}
        value={view.received}
        max={today.toString()}
        correction={correction("recu")}
      />
      <Button>{texts.save}</Button>
    </form>
  );
}

function Days({ days }: { days: readonly SpanDay[] }) {
  return (
    <DataTable
      caption={texts.days}
      rows={days}
      columns={[
        {
          header: texts.day,
          rowHeader: true,
          cell: ({ siteId, date }) => <a href={dayAddress(siteId, date)}>{capitalise(formatDay(date))}</a>,
        },
        { header: texts.site, cell: ({ siteName, unitName }) => `${siteName}, ${unitName}` },
        { header: texts.state, cell: spanDayWords },
      ]}
    />
  );
}
