import { capitalise, formatDay } from "#kernel";
import { BackLink, Button, Card, DataTable, FormToken, type Column, type Page } from "#platform";

import type { ChangedSlot, MoveEffect } from "../../../moving/changed-slots.ts";
import type { NewMove } from "../../../moving/move-queries.ts";
import { slotUntilSentence } from "../../../rules/deadline-sentence.ts";
import { typedFrom } from "./move-form.ts";
import { texts } from "./texts.fr.ts";

/** More than a screen of lines says nothing more. */
const MOST_LINES = 40;

/** Says in words what moving this cut-off will do, slot by slot, with the button that does it. */
export function moveCheckPage(props: { move: NewMove; what: string; effect: MoveEffect }): Page {
  const { move, effect } = props;
  const { slots, closedAtOnce, toTell } = effect;
  const typed = typedFrom(move);
  const title = texts.check.title(props.what, move);
  return {
    title,
    section: "deadlines",
    dense: true,
    before: <BackLink href="/agent/delais/deplaces" label={texts.backToMoves} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.check.lead}</p>
        <Card title={texts.check.what}>
          <ul>
            <li>{texts.check.slots(slots.length)}</li>
            {closedAtOnce > 0 && <li>{texts.check.atOnce(closedAtOnce)}</li>}
            <li>{texts.check.reason(move.because)}</li>
            <li>{texts.check.letters(toTell)}</li>
          </ul>
        </Card>
        <DataTable caption={texts.check.table} rows={slots.slice(0, MOST_LINES)} columns={columns} />
        {slots.length > MOST_LINES && <p>{texts.check.more(slots.length - MOST_LINES)}</p>}
        <form method="post" action="/agent/delais/deplaces/enregistrer">
          <FormToken />
          {Object.entries(typed).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="row">
            <Button>{texts.check.submit}</Button>
            <a href={`/agent/delais/deplaces?${new URLSearchParams(typed).toString()}#pour`}>
              {texts.check.change}
            </a>
          </p>
        </form>
      </>
    ),
  };
}

const columns: readonly Column<ChangedSlot>[] = [
  { header: texts.check.day, rowHeader: true, cell: ({ date }) => capitalise(formatDay(date)) },
  { header: texts.check.unit, cell: ({ unitName }) => unitName },
  { header: texts.check.booked, numeric: true, cell: ({ booked }) => booked },
  { header: texts.check.before, cell: ({ before }) => untilOf(before) },
  { header: texts.check.after, cell: ({ after }) => untilOf(after) },
];

function untilOf({ bookUntil, cancelUntil }: ChangedSlot["before"]): string {
  return capitalise(slotUntilSentence(bookUntil, cancelUntil));
}
