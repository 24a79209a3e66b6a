import { DisputesTable, type WaitingDispute } from "#billing";
import { formatShortDate, parisDate, type Id } from "#kernel";
import { Button, DataTable, EmptyState, Pagination, Select, StateLabel, type Page } from "#platform";

import type { InboxLine } from "../../../deciding/inbox.ts";
import type { RequestKind } from "../../../kinds/kind-queries.ts";
import { silenceNearness } from "../../../rules/silence.ts";
import { isOpen } from "../../../rules/states.ts";
import { numberWords, stateTones, stateWords } from "../../../words.fr.ts";
import { texts } from "../texts.fr.ts";

/** Which states the inbox shows together. */
export type ShownStates = keyof typeof texts.filter.states;

interface InboxView {
  readonly lines: readonly InboxLine[];
  readonly count: number;
  readonly pages: number;
  readonly kinds: readonly RequestKind[];
  readonly shown: {
    readonly etat: ShownStates;
    readonly type?: Id<"request-kind"> | undefined;
    readonly qui: "tous" | "moi";
    readonly page: number;
  };
  readonly today: Temporal.PlainDate;
  readonly maySetKinds: boolean;
  /** Lines of invoices that wait for an answer: none for who may not answer them, or who looks at something narrower. */
  readonly disputes: readonly WaitingDispute[];
}

/** What families ask, with filters that stand in the address. */
export function inboxPage(view: InboxView): Page {
  const { lines, count, pages, shown, today, maySetKinds, disputes } = view;
  return {
    title: texts.title,
    section: "requests-desk",
    dense: true,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {maySetKinds && (
          <p>
            <a href="/agent/demarches/types">{texts.kinds}</a>
          </p>
        )}
        {disputes.length > 0 && (
          <>
            <h2>{texts.disputes}</h2>
            <DisputesTable disputes={disputes} />
            <h2>{texts.requests}</h2>
          </>
        )}
        <Filters {...view} />
        {lines.length === 0 ? (
          <EmptyState title={texts.none}>
            <p>{texts.noneMore}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={texts.count(count)}
            rows={lines}
            columns={[
              {
                header: texts.columns.request,
                rowHeader: true,
                cell: ({ requestId, number, kindLabel }) => (
                  <>
                    <a href={`/agent/demarches/${requestId}`}>{kindLabel}</a>
                    <br />
                    <span class="soft small">{numberWords(number)}</span>
                  </>
                ),
              },
              { header: texts.columns.family, cell: ({ household, by }) => `${by} (${household})` },
              {
                header: texts.columns.state,
                cell: ({ state, awaitsReply }) => (
                  <>
                    <StateLabel tone={stateTones[state]} word={stateWords[state]} />
                    {awaitsReply && state !== "submitted" && <p class="small">{texts.news}</p>}
                  </>
                ),
              },
              { header: texts.columns.taken, cell: ({ takenBy }) => takenBy ?? texts.nobody },
              { header: texts.columns.expected, cell: (line) => expectedWords(line, today) },
              { header: texts.columns.silence, cell: (line) => silenceWords(line, today) },
              { header: texts.columns.last, cell: ({ movedAt }) => formatShortDate(parisDate(movedAt)) },
            ]}
          />
        )}
        <Pagination page={shown.page} pages={pages} href={(page) => addressOf({ ...shown, page })} />
      </>
    ),
  };
}

function addressOf({ etat, type, qui, page }: InboxView["shown"]): string {
  const shown = { etat, type: type ?? "", qui, page: String(page) };
  return `/agent/demarches?${new URLSearchParams(shown).toString()}`;
}

function Filters({ kinds, shown }: Pick<InboxView, "kinds" | "shown">) {
  const { filter } = texts;
  return (
    <form method="get" action="/agent/demarches" class="row">
      <Select
        name="etat"
        label={filter.state}
        value={shown.etat}
        options={Object.entries(filter.states).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="type"
        label={filter.kind}
        value={shown.type ?? ""}
        optional
        options={[
          { value: "", label: filter.anyKind },
          ...kinds.map(({ kindId, label }) => ({ value: kindId, label })),
        ]}
      />
      <Select
        name="qui"
        label={filter.whose}
        value={shown.qui}
        options={[
          { value: "tous", label: filter.anyone },
          { value: "moi", label: filter.me },
        ]}
      />
      <Button variant="secondary">{filter.show}</Button>
    </form>
  );
}

function expectedWords({ state, expectedOn }: InboxLine, today: Temporal.PlainDate) {
  if (!isOpen(state) || expectedOn === null) return "";
  const late = Temporal.PlainDate.compare(expectedOn, today) < 0 && state !== "more_needed";
  return late ? <strong>{texts.overdue(expectedOn)}</strong> : formatShortDate(expectedOn);
}

/** An alert before the date: silence never changes a state by itself. */
function silenceWords({ state, silence, silenceOn }: InboxLine, today: Temporal.PlainDate) {
  if (!isOpen(state) || silenceOn === null) return "";
  if (state === "more_needed") return texts.silence.stopped;
  const nearness = silenceNearness(silenceOn, today);
  const word = nearness === "past" ? texts.silence.past : texts.silence[silence](silenceOn);
  return nearness === "far" ? word : <StateLabel tone="late" word={word} />;
}
