import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import { page, type Answer, type Correction } from "#platform";

import type { OfferFacts } from "../../../../offer/offer-facts.ts";
import { previewOffer } from "../../../../ruleset/apply.ts";
import { changesNothing } from "../../../../ruleset/offer-changes.ts";
import type { OfferDocument } from "../../../../ruleset/schema.ts";
import { texts } from "../texts.fr.ts";
import { changedFacts } from "./change-facts.ts";
import { checkPage } from "./check-page.tsx";
import { fingerprint } from "./fingerprint.ts";
import { slotEffects } from "./slot-effects.ts";

/** A change as a form says it, and where it came from. */
interface Change {
  document: OfferDocument;
  from: Temporal.PlainDate;
  back: { href: string; label: string };
}

/** How far ahead a change may be prepared. */
const MOST_YEARS = 5;

/** Whether a change may hold from that day: today or later, not in a distant future. */
export function isPossibleDay(from: Temporal.PlainDate, now: Temporal.Instant): boolean {
  const today = parisDate(now);
  const { compare } = Temporal.PlainDate;
  return compare(from, today) >= 0 && compare(from, today.add({ years: MOST_YEARS })) <= 0;
}

/** Says in words what a change would do, with the button that does it; or shows the form again. */
export async function checkAnswer(
  visit: SignedInVisit,
  facts: OfferFacts,
  { document, from, back }: Change,
  again: (corrections: readonly Correction[]) => Answer,
): Promise<Answer> {
  if (!isPossibleDay(from, visit.now)) return again([{ field: "du", message: texts.form.fromToday }]);
  return visit.database.read(async (reads) => {
    const preview = await previewOffer(reads, document, from);
    if (!preview.ok)
      return again(preview.refusal.map(({ sentence }) => ({ field: "contenu", message: sentence })));
    return page(
      checkPage({
        document,
        from,
        back,
        unchanged: changesNothing(preview.value),
        facts: changedFacts(preview.value, from),
        effects: await slotEffects(reads, preview.value, { facts, now: visit.now }),
        warnings: preview.value.warnings.map(({ sentence }) => sentence),
        seen: fingerprint(preview.value),
      }),
    );
  });
}
