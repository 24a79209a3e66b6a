import type { SignedIn } from "#identity";
import { parisDate } from "#kernel";
import { readTopics, silence } from "#watchdog";

import { mustBeDone, visitOf } from "./acting.ts";
import type { Story } from "./bookings.ts";

/** For how long the régisseuse hears nothing more of them. */
const DAYS = 180;
const REASON = "Avant le premier mois facturé ici : facturé avec l’ancien logiciel.";

/**
 * What was before the first month that is billed here is put to sleep, as a régisseuse does who takes the program over
 * in the middle of a year: this morning shows what is of this morning.
 */
export async function sleepOverBefore(story: Story, regisseur: SignedIn): Promise<void> {
  const visit = visitOf(story, regisseur, story.now);
  const today = parisDate(story.now);
  const until = today.add({ days: DAYS });
  const topics = await story.database.read((reads) => readTopics(reads, regisseur, today));
  const billedHere = today.toPlainYearMonth().subtract({ months: 1 });
  for (const { watch, topic, month } of topics)
    if (month !== null && Temporal.PlainYearMonth.compare(month, billedHere) < 0)
      await mustBeDone(silence(visit, { watch, topic }, { until, reason: REASON }));
}
