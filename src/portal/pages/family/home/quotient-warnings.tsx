import { formatDayAndYear } from "#kernel";
import { Notice } from "#platform";
import type { QfWarning } from "#pricing";

import { texts } from "./texts.fr.ts";

const words = texts.quotient;

/** A quotient that is missing, has expired or is about to: what follows from it, and where to tell the new one. */
export function QuotientWarnings({ warnings }: { warnings: readonly QfWarning[] }) {
  return (
    <>
      {warnings.map(({ label, standing }) => (
        <Notice tone="warning" title={words[standing.kind].title}>
          <p>
            {standing.kind === "missing"
              ? words.missing.sentence(label)
              : words[standing.kind].sentence(label, formatDayAndYear(standing.lastDay))}{" "}
            <a href="/famille/quotient">{words.link}</a>
          </p>
        </Notice>
      ))}
    </>
  );
}
