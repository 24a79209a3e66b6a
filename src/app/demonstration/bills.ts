import {
  monthOwed,
  acceptUnpointed,
  chooseDelivery,
  draftRun,
  issueRun,
  leaveOut,
  odditiesOfKind,
  startRun,
} from "#billing";
import type { SignedIn, SignedInVisit } from "#identity";
import { parisDate, parisInstant, type Id } from "#kernel";
import { hashedId } from "#platform";

import { mustBeDone, visitOf } from "./acting.ts";
import type { Story } from "./bookings.ts";

/** The day of the month on which the régisseuse issues the month before. */
const ISSUE_DAY = 5;
/** From how far back: the demonstration may be opened in any month of the year that follows that autumn. */
const MONTHS_BEFORE = 22;
const UNPOINTED = "Le pointage a commencé en cours de mois : facturé d’après les réservations.";
/** What nobody can price: before the first tariff, where a fact is missing. */
const BEFORE_TARIFF = "Facturé avec l’ancien logiciel : aucun tarif n’est connu ici.";
const FACT_MISSING = "Un renseignement manque pour le prix : facturé quand il sera noté.";
/** Prices of a month that nobody can tell, at most. */
const ALL = 100_000;

/** Who bills, and who wants paper. */
interface Billing {
  readonly regisseur: SignedIn;
  readonly onPaper: SignedIn;
}

/**
 * The month before is issued, on its fifth day of the next; the current one is a draft to be read. Nothing here is
 * written by hand: it is what the régisseuse would have done on her pages.
 */
export async function billMonths(story: Story, { regisseur, onPaper }: Billing): Promise<void> {
  const { now, opened } = story;
  const householdId = onPaper.guardian?.householdIds[0];
  if (householdId !== undefined)
    await chooseDelivery(visitOf(story, onPaper, opened), { householdId, delivery: "paper" });
  const current = parisDate(now).toPlainYearMonth();
  // The autumn of the year before was issued month by month, as this one.
  for (let months = MONTHS_BEFORE; months > 1; months -= 1) {
    const month = current.subtract({ months });
    const issuedAt = parisInstant(
      month.add({ months: 1 }).toPlainDate({ day: ISSUE_DAY }),
      new Temporal.PlainTime(10),
    );
    if (Temporal.Instant.compare(issuedAt, opened) < 0)
      await issueMonth(visitOf(story, regisseur, issuedAt), month);
  }
  const issued = parisInstant(current.toPlainDate({ day: ISSUE_DAY }), new Temporal.PlainTime(10));
  const at = Temporal.Instant.compare(issued, now) < 0 ? issued : now;
  await issueMonth(visitOf(story, regisseur, at), current.subtract({ months: 1 }));
  await draftMonth(visitOf(story, regisseur, now), current);
}

async function issueMonth(visit: SignedInVisit, month: Temporal.PlainYearMonth): Promise<void> {
  const run = await draftMonth(visit, month);
  if (run === undefined) return;
  await mustBeDone(acceptUnpointed(visit, run, UNPOINTED));
  const unpriced = await visit.database.read((reads) => odditiesOfKind(reads, run, "unpriced", ALL));
  const reasons = Map.groupBy(unpriced, ({ facts }) =>
    facts.kind === "unpriced" && facts.hole.code === "noTariff" ? BEFORE_TARIFF : FACT_MISSING,
  );
  for (const [reason, odd] of reasons)
    await mustBeDone(leaveOut(visit, run, { oddities: odd.map(({ id }) => id), reason }));
  await mustBeDone(issueRun(visit, monthOwed, run));
}

/** The draft of a month; undefined where nobody was expected in it. */
async function draftMonth(
  visit: SignedInVisit,
  month: Temporal.PlainYearMonth,
): Promise<Id<"run"> | undefined> {
  const { database, now } = visit;
  if ((await database.read((reads) => monthOwed.countPayers(reads, month))) === 0) return undefined;
  const id = hashedId<"run">("demonstration", "run", month.toString());
  await mustBeDone(startRun(visit, monthOwed, { id, month }));
  await draftRun(database, monthOwed, { run: id, now });
  // What the old software billed is told by the first draft that follows, and closed there.
  const told = await database.read((reads) => odditiesOfKind(reads, id, "left_out", ALL));
  const old = told.filter(({ facts }) => facts.kind === "left_out" && facts.hole.code === "noTariff");
  if (old.length > 0)
    await mustBeDone(leaveOut(visit, id, { oddities: old.map((one) => one.id), reason: BEFORE_TARIFF }));
  return id;
}
