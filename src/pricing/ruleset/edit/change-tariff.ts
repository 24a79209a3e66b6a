import { activityOffer, readOffer, type ActivityOffer } from "#activities";
import type { SignedInVisit } from "#identity";
import { ok, parisDate, refuse, type Finding, type Id, type Result } from "#kernel";
import { rehearse, writeJournal, type Reads, type Writes } from "#platform";

import { checkPrices } from "../check-prices.ts";
import { type PriceEntry, priceSections } from "../section.ts";
import { sectionsOn, tariffVersions, withoutActivities } from "../stored/tariff-versions.ts";
import { writeSection } from "../stored/write-tariffs.ts";

/** How far ahead a tariff may be prepared. */
const MOST_YEARS = 5;

/** A tariff of some activities, with other amounts from a day on. */
export interface TariffEdit {
  /** The tariff as it was seen. */
  readonly before: PriceEntry;
  /** The same with other amounts, as it was typed: the schema of the file reads it. */
  readonly typed: unknown;
  /** Those of its activities that change. */
  readonly activityIds: readonly Id<"activity">[];
  readonly from: Temporal.PlainDate;
}

/** Why a tariff was not changed; nothing was written. */
export type TariffRefusal =
  | { readonly code: "past"; readonly today: Temporal.PlainDate }
  | { readonly code: "too-far"; readonly years: number }
  /** On that day the activity has another tariff than the one that was seen. */
  | { readonly code: "another"; readonly activity: string }
  /** What the check of the file says against it; paths are those of the entry. */
  | { readonly code: "contradicts"; readonly findings: readonly Finding[] };

/** What a change does. */
export interface TariffEffect {
  readonly after: PriceEntry;
  readonly changes: readonly string[];
  readonly warnings: readonly Finding[];
}

type EditVisit = Pick<SignedInVisit, "actor" | "database" | "now" | "address">;

/** Says what a change would do: it is written and unwritten, and nothing stays. */
export function previewTariff(
  visit: EditVisit,
  edit: TariffEdit,
): Promise<Result<TariffEffect, TariffRefusal>> {
  return rehearse(visit.database, (writes) => writeEdit(writes, visit, edit));
}

/**
 * @rule Changer un tarif à partir d'un jour
 *
 * Les nouveaux montants valent pour les séances à partir du jour choisi ; celles d'avant gardent les leurs. Ce qui était
 * prévu pour plus tard est remplacé. La page et le fichier du règlement passent par les mêmes vérifications et écrivent
 * la même ligne ; une tranche qui en recouvre une autre est refusée.
 *
 * Exemple : le 25 novembre 2026, le repas passe de 3,20 € à 3,30 € à partir du 4 janvier 2027. Celui du vendredi 18
 * décembre reste à 3,20 €, celui du mardi 5 janvier est à 3,30 €.
 *
 * The rules and the line of the journal are written in one transaction; twice changes nothing.
 */
export function saveTariff(visit: EditVisit, edit: TariffEdit): Promise<Result<TariffEffect, TariffRefusal>> {
  const { actor, database, now, address } = visit;
  return database.write(async (writes) => {
    const written = await writeEdit(writes, visit, edit);
    if (!written.ok || written.value.changes.length === 0) return written;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "tariffs.changed",
      facts: {
        activities: edit.activityIds,
        from: edit.from.toString(),
        before: withoutActivities(edit.before),
        after: withoutActivities(written.value.after),
      },
      address,
    });
    return written;
  });
}

async function writeEdit(
  writes: Writes,
  { actor, now }: EditVisit,
  edit: TariffEdit,
): Promise<Result<TariffEffect, TariffRefusal>> {
  const { from } = edit;
  const day = dayRefusal(from, parisDate(now));
  if (day !== undefined) return refuse(day);
  // Of two who change tariffs at once, the second waits here, then sees what the first has written.
  await writes.run(
    "lock_tariffs",
    `select pg_advisory_xact_lock(hashtextextended('pricing.tariffs ' || current_schema(), 0))`,
  );
  const after = priceSections.prices.safeParse([edit.typed]);
  const [entry] = after.success ? (after.data ?? []) : [];
  if (entry === undefined) {
    const issues = after.success ? [] : after.error.issues;
    const findings = issues.map(({ path, message }): Finding => ({
      path: path.slice(1).map((step) => (typeof step === "number" ? step : String(step))),
      kind: "refused",
      sentence: message,
    }));
    return refuse({ code: "contradicts", findings });
  }
  const offer = await activityOffer(writes, [...edit.activityIds]);
  const changes: string[] = [];
  const warnings: Finding[] = [];
  for (const activity of offer) {
    const prices = await pricesOn(writes, activity, from);
    const index = prices.findIndex((one) => sameText(one, edit.before));
    // The form was sent twice: it is so already.
    if (index === -1 && prices.some((one) => sameText(one, entry))) continue;
    if (index === -1) return refuse({ code: "another", activity: activity.activityName });
    const wanted = prices.with(index, { ...entry, activities: [activity.activityCode] });
    const found = await findingsOf(writes, activity, wanted, index, from);
    const refused = found.filter(({ kind }) => kind === "refused");
    if (refused.length > 0) return refuse({ code: "contradicts", findings: refused });
    warnings.push(...found);
    const change = { from, by: actor.name, now };
    changes.push(
      ...(await writeSection(writes, activity, { section: "prices", sections: { prices: wanted } }, change)),
    );
  }
  return ok({ after: entry, changes, warnings });
}

function dayRefusal(from: Temporal.PlainDate, today: Temporal.PlainDate): TariffRefusal | undefined {
  const { compare } = Temporal.PlainDate;
  if (compare(from, today) < 0) return { code: "past", today };
  return compare(from, today.add({ years: MOST_YEARS })) > 0
    ? { code: "too-far", years: MOST_YEARS }
    : undefined;
}

/** The prices of an activity on a day. */
async function pricesOn(
  reads: Reads,
  activity: ActivityOffer,
  on: Temporal.PlainDate,
): Promise<readonly PriceEntry[]> {
  const versions = (await tariffVersions(reads, [activity.activityId])).get(activity.activityId) ?? [];
  return sectionsOn(versions, activity, on).prices ?? [];
}

/** Whether two entries say the same, whatever activities they name. */
function sameText(a: PriceEntry, b: PriceEntry): boolean {
  return JSON.stringify(withoutActivities(a)) === JSON.stringify(withoutActivities(b));
}

/** What the check of the file says of one entry among those of its activity; paths begin in the entry. */
async function findingsOf(
  reads: Reads,
  { activityCode }: ActivityOffer,
  prices: readonly PriceEntry[],
  index: number,
  on: Temporal.PlainDate,
): Promise<readonly Finding[]> {
  const { activities = [] } = await readOffer(reads, on);
  const offer = { activities: activities.filter(({ code }) => code === activityCode) };
  return checkPrices({ prices: [...prices] }, offer)
    .filter(({ path }) => path[0] === "prices" && path[1] === index)
    .map((finding) => ({ ...finding, path: finding.path.slice(2) }));
}
