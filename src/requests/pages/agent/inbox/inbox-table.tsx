import { formatShortDate, parisDate } from "#kernel";
import { Checkbox, DataTable, StateLabel } from "#platform";

import type { InboxLine } from "../../../deciding/inbox.ts";
import { silenceNearness } from "../../../rules/silence.ts";
import { isOpen } from "../../../rules/states.ts";
import { numberWords, stateTones, stateWords } from "../../../words.fr.ts";
import type { InboxView } from "./inbox-view.ts";
import { texts } from "./texts.fr.ts";

const { columns: words } = texts;

/** The lines of the inbox; those that are open may be chosen, to be decided together. */
export function InboxTable({ lines, count, filter, today }: InboxView) {
  const choose = {
    header: words.choose,
    cell: ({ requestId, number }: InboxLine) => (
      <Checkbox
        name="demande"
        value={requestId}
        label={<span class="vh">{texts.choose(numberWords(number))}</span>}
      />
    ),
  };
  return (
    <DataTable
      caption={texts.count(count)}
      rows={lines}
      columns={[
        ...(filter.etat === "closes" ? [] : [choose]),
        {
          header: words.request,
          rowHeader: true,
          cell: ({ requestId, number, kindLabel, urgent, state }) => (
            <>
              <a href={`/agent/demarches/${requestId}`} data-line>
                {kindLabel}
              </a>
              <br />
              <span class="soft small">{numberWords(number)}</span>
              {urgent && isOpen(state) && (
                <p>
                  <StateLabel tone="late" word={texts.urgent} />
                </p>
              )}
            </>
          ),
        },
        {
          header: words.family,
          cell: ({ household, by, commune }) => (
            <>
              {`${by} (${household})`}
              {commune !== "" && <p class="soft small">{commune}</p>}
            </>
          ),
        },
        {
          header: words.state,
          cell: ({ state, awaitsReply }) => (
            <>
              <StateLabel tone={stateTones[state]} word={stateWords[state]} />
              {awaitsReply && state !== "submitted" && <p class="small">{texts.news}</p>}
            </>
          ),
        },
        { header: words.taken, cell: ({ takenBy }) => takenBy ?? texts.nobody },
        { header: words.due, cell: (line) => dueWords(line, today) },
        { header: words.silence, cell: (line) => silenceWords(line, today) },
        { header: words.received, cell: ({ receivedAt }) => formatShortDate(parisDate(receivedAt)) },
      ]}
    />
  );
}

function dueWords({ state, dueOn }: InboxLine, today: Temporal.PlainDate) {
  if (!isOpen(state)) return "";
  const late = Temporal.PlainDate.compare(dueOn, today) < 0 && state !== "more_needed";
  return late ? <strong>{texts.overdue(dueOn)}</strong> : formatShortDate(dueOn);
}

/** An alert before the date: silence never changes a state by itself. */
function silenceWords({ state, silence, silenceOn }: InboxLine, today: Temporal.PlainDate) {
  if (!isOpen(state)) return "";
  if (state === "more_needed") return texts.silence.stopped;
  const nearness = silenceNearness(silenceOn, today);
  const word = nearness === "past" ? texts.silence.past : texts.silence[silence](silenceOn);
  return nearness === "far" ? word : <StateLabel tone="late" word={word} />;
}
