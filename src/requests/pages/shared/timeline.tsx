import { formatDayAndYear, formatTime, parisDate } from "#kernel";

import type { HistoryLine } from "../../request-queries.ts";
import { texts } from "./texts.fr.ts";

/** Who did what, and said what, the last first. */
export function Timeline({ history }: { history: readonly HistoryLine[] }) {
  return (
    <ol class="card-rows">
      {history.toReversed().map((line) => (
        <li>
          <div>
            <strong>{texts.acts[line.act](line.by)}</strong>
            <br />
            <span class="soft small">{momentWords(line.at)}</span>
            {line.said !== "" && line.said.split("\n").map((said) => <p>{said}</p>)}
            {line.appeal !== "" && (
              <p>
                {texts.appeal} {line.appeal}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function momentWords(at: Temporal.Instant): string {
  const { hour, minute } = at.toZonedDateTimeISO("Europe/Paris");
  return `${formatDayAndYear(parisDate(at))}, ${formatTime(new Temporal.PlainTime(hour, minute))}`;
}
