import { isAway } from "#pricing";

import { isCareTime, type CareFacts } from "./care-facts.ts";
import { personKey, tariffOf, type MonthFacts } from "./month-facts.ts";
import { isInMonth } from "./month-span.ts";
import { owedOfPrice, type Priced } from "./owed-of-price.ts";
import { priceCare, pricePlace, sourceOf, type PlacePrice } from "./price-place.ts";
import type { MonthPlace } from "./read-places.ts";

type OwedOfPrice = ReturnType<typeof owedOfPrice>;

/**
 * @rule Ce que doivent les réservations et les venues d'un mois
 *
 * Une séance est due par le payeur de son jour. Un forfait à la semaine est dû une fois, dans le mois de son premier jour
 * réservé ; un forfait au mois, une fois par mois où quelque chose est réservé. Une venue sans réservation est due comme
 * une séance. Une séance annulée après son délai n'est pas due, sa pénalité l’est si le règlement en dit une ;
 * un forfait à la semaine rendu en entier en doit une, comptée sur son prix ; ce qui se réserve en entier (semaine,
 * saison) et se paie à la séance en doit une par annulation, dans le mois du premier jour rendu. Un accueil de la crèche hors contrat se paie au temps ; les jours d'un contrat, par sa mensualité.
 *
 * Exemple : la semaine du 26 au 30 octobre 2026 est due en octobre ; celle du 30 novembre au 4 décembre, en novembre.
 */
export function placesOwed(facts: MonthFacts, care: CareFacts): readonly OwedOfPrice[] {
  const found: OwedOfPrice[] = [];
  const together = new Map<string, MonthPlace[]>();
  for (const place of facts.booked) {
    const every = tariffOf(facts, place)?.known?.every ?? "slot";
    if (isCareTime(facts, place)) {
      if (isInMonth(facts.span, place.date) && care.contractOn(place) === undefined)
        found.push(owed(place, priceCare(facts, place)));
    } else if (every === "slot") {
      if (isInMonth(facts.span, place.date)) found.push(owed(place, pricePlace(facts, place)));
    } else if (every !== "season") {
      const key = packageKey(every, place);
      const before = together.get(key);
      if (before === undefined) together.set(key, [place]);
      else before.push(place);
    }
  }
  for (const [key, places] of together) {
    const [first] = places;
    if (first === undefined || !isInMonth(facts.span, first.date)) continue;
    const days = new Set(places.map(({ date }) => date.toString())).size;
    const shown = places.find((place) => !isAway(place)) ?? first;
    const sourceKey = key.replaceAll(" ", ":");
    const priced = { ...shown, date: first.date, payer: first.payer };
    found.push(owed(first, pricePlace(facts, priced, { days, places, sourceKey }), sourceKey));
  }
  for (const place of facts.unbooked) {
    if (!isInMonth(facts.span, place.date)) continue;
    if (!isCareTime(facts, place)) found.push(owed(place, pricePlace(facts, place)));
    else if (care.contractOn(place) === undefined) found.push(owed(place, priceCare(facts, place)));
  }
  return [...found, ...givenBackLate(facts, together)];
}

/**
 * The penalties of what was given back after its deadline: a slot alone, a package once, the days of a week or a season
 * that is booked whole and priced by the day once for each act that gave some of them back.
 */
function givenBackLate(facts: MonthFacts, kept: ReadonlyMap<string, unknown>): readonly OwedOfPrice[] {
  const found: OwedOfPrice[] = [];
  const packages = new Map<string, MonthPlace[]>();
  const acts = new Map<string, MonthPlace[]>();
  for (const place of facts.cancelled) {
    const every = tariffOf(facts, place)?.known?.every;
    if (isCareTime(facts, place)) continue;
    const { together } = place.unit;
    if (every === "slot" && together === null && isInMonth(facts.span, place.date))
      found.push(owed(place, pricePlace(facts, place)));
    if (every === "slot" && together !== null) {
      const whole =
        together === "week" ? packageKey(together, place) : `${personKey(place)}:${place.unit.id}`;
      const act = `${whole} ${place.cancelled?.at.toString() ?? ""}`;
      acts.set(act, [...(acts.get(act) ?? []), place]);
    }
    if (every !== "week") continue;
    const key = packageKey(every, place);
    // Of a package that is kept in part, the part is due at the price of the package.
    if (!kept.has(key)) packages.set(key, [...(packages.get(key) ?? []), place]);
  }
  for (const [key, places] of packages) {
    const [first] = places;
    if (first === undefined || !isInMonth(facts.span, first.date)) continue;
    const sourceKey = `${key.replaceAll(" ", ":")}:late`;
    found.push(owed(first, pricePlace(facts, first, { days: places.length, places, sourceKey }), sourceKey));
  }
  for (const places of acts.values()) {
    const [first] = places;
    if (first === undefined || !isInMonth(facts.span, first.date)) continue;
    // Each of them at the price of a day, as where it is kept.
    found.push(owed(first, pricePlace(facts, first, { days: 1, places })));
  }
  return found;
}

const packageKey = (every: "week" | "month", place: MonthPlace): string =>
  `${every}:${personKey(place)}:${place.unit.id}:${periodOf(every, place.date)}`;

/** What a priced place makes owed. */
export function owed(
  place: MonthPlace,
  { price, priced, attended, toldAt, stay }: PlacePrice,
  sourceKey = sourceOf(place),
  kind: Priced["kind"] = "unit",
): OwedOfPrice {
  const { payer, participant, unit, date, cancelled } = place;
  const named = { id: unit.id, name: unit.name };
  return owedOfPrice(
    {
      payer,
      participant,
      activity: unit.activity,
      unit: named,
      day: date,
      sourceKey,
      priced,
      attended,
      toldAt,
      stay,
      kind,
      ...(isAway(place) ? { unpricedKind: "absence" } : {}),
      ...(cancelled === undefined ? {} : { unpricedKind: "penalty" }),
    },
    price,
  );
}

function periodOf(every: "week" | "month", date: Temporal.PlainDate): string {
  if (every === "month") return date.toPlainYearMonth().toString();
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}
