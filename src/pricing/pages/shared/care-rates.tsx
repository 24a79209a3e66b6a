import { formatCents, formatShortDate } from "#kernel";
import { Details } from "#platform";

import { explainRate, psuHoleSentence } from "../../rules/psu/psu-sentences.fr.ts";
import type { RateSegment } from "../../rules/psu/rate-segments.ts";

const texts = {
  perHour: (amount: string) => `${amount} de l’heure`,
  span: (first: Temporal.PlainDate, last: Temporal.PlainDate) =>
    `du ${formatShortDate(first)} au ${formatShortDate(last)}`,
  why: "Pourquoi ce tarif ?",
} as const;

/** The hourly rates of a contract, one after the other, and why. */
export function CareRates({ segments }: { segments: readonly RateSegment[] }) {
  return (
    <div>
      {segments.map(({ first, last, rate }) => (
        <div>
          {rate.kind === "hole" ? (
            <>
              <span class="soft">{texts.span(first, last)} :</span> {psuHoleSentence(rate)}
            </>
          ) : (
            <>
              <strong>{texts.perHour(formatCents(rate.cents))}</strong>{" "}
              <span class="soft">{texts.span(first, last)}</span>
              <Details summary={texts.why}>
                <ul>
                  {explainRate(rate).map((sentence) => (
                    <li>{sentence}</li>
                  ))}
                </ul>
              </Details>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
