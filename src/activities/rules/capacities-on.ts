import { lastHeld } from "./opening-on.ts";

/** Ages in whole months, the last one excluded, with how many children one adult may look after. */
export interface RatioGroup {
  readonly ageGroupId: string;
  readonly fromMonths: number;
  readonly untilMonths: number;
  readonly childrenPerAdult: number | null;
}

/** Places that the units of a season share, from a day on. */
export interface SharedCapacity {
  /** Null: every weekday that has none of its own for these ages. */
  readonly weekday: number | null;
  /** Null: every age together. */
  readonly ageGroupId: string | null;
  readonly startsAt: Temporal.PlainTime;
  readonly endsAt: Temporal.PlainTime;
  /** Either a number of places or one of adults; neither: no longer counted together. */
  readonly places: number | null;
  readonly adults: number | null;
  /** Counted anew in each part of so many minutes; null: once for the whole window. */
  readonly everyMinutes: 15 | 30 | 60 | null;
  readonly validFrom: Temporal.PlainDate;
}

/** Shared places of a date: a part of the day, in local minutes, for ages in months. */
export interface PlacesShared {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly fromMonths: number;
  readonly untilMonths: number;
  readonly places: number;
}

/**
 * « Every age » begins before any group, so that it is never taken for a group that begins at birth: `place_count`
 * tells its rows apart by the first month.
 */
const EVERY_AGE = { fromMonths: -1, untilMonths: 1800 };

/**
 * @rule Les places partagées d'une activité
 *
 * Des places peuvent être comptées ensemble pour plusieurs prestations : par âge, par partie de la journée, ou les deux.
 * On donne un nombre de places, ou un nombre d'adultes que multiplie le taux d'encadrement du groupe d'âge. Qui
 * réserve prend une place dans chaque compte que son âge et ses heures rencontrent. Un groupe sans compte à lui n'est
 * tenu que par celui de tous les âges ; s'il n'y en a pas, par les seules places de la séance. Un compte du mercredi
 * passe avant ceux de tous les jours, pour les mêmes âges. Un compte vaut à partir d'une date, jusqu'au suivant. Un
 * compte peut se refaire par quart d'heure, demi-heure ou heure (crèche) : qui part à 10 h rend sa place à 10 h.
 *
 * Exemple : 3 adultes le matin pour les 3 à 5 ans, un pour 8 : 24 places de 7 h 30 à 12 h. « Matin » et « Journée »
 * prennent chacune une de ces 24 places, « Après-midi » aucune. À la crèche, 10 places de 7 h 30 à 18 h 30 par
 * demi-heure : un bébé de 8 h à 10 h et un autre de 15 h à 17 h prennent la même place, l'un après l'autre.
 */
export function capacitiesOn(
  capacities: readonly SharedCapacity[],
  ageGroups: readonly RatioGroup[],
  date: Temporal.PlainDate,
): readonly PlacesShared[] {
  const thatDay = capacities.filter(({ weekday }) => weekday === null || weekday === date.dayOfWeek);
  const byAges = Map.groupBy(heldCapacities(thatDay, date), (capacity) => capacity.ageGroupId);
  return [...byAges].flatMap(([ageGroupId, held]) => {
    const group = ageGroups.find((known) => known.ageGroupId === ageGroupId);
    const ages = ageGroupId === null ? EVERY_AGE : group;
    if (ages === undefined) return [];
    const own = held.filter(({ weekday }) => weekday !== null);
    return (own.length > 0 ? own : held).flatMap((capacity) =>
      partsOf(capacity).map((part) => ({
        ...part,
        fromMonths: ages.fromMonths,
        untilMonths: ages.untilMonths,
        places: capacity.places ?? (capacity.adults ?? 0) * (group?.childrenPerAdult ?? 0),
      })),
    );
  });
}

/** The whole window, or each part of it where it is counted by half-hour; the last part ends with the window. */
function partsOf({ startsAt, endsAt, everyMinutes }: SharedCapacity) {
  const [from, to] = [minuteOf(startsAt), minuteOf(endsAt)];
  const step = everyMinutes ?? to - from;
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => ({
    fromMinute: from + index * step,
    toMinute: Math.min(to, from + (index + 1) * step),
  }));
}

/** The capacities that hold on a day, whatever their weekday; those that were lifted are out. */
export function heldCapacities<Shared extends SharedCapacity>(
  capacities: readonly Shared[],
  date: Temporal.PlainDate,
): readonly Shared[] {
  return [...Map.groupBy(capacities, capacityKey).values()].flatMap((same) => {
    const held = lastHeld(same, date);
    return held === undefined || (held.places === null && held.adults === null) ? [] : [held];
  });
}

/** What tells one capacity of a season from another: its weekday, its ages and when it begins. */
export function capacityKey({
  weekday,
  ageGroupId,
  startsAt,
}: Pick<SharedCapacity, "weekday" | "ageGroupId" | "startsAt">): string {
  return `${String(weekday)} ${String(ageGroupId)} ${startsAt.toString()}`;
}

function minuteOf(time: Temporal.PlainTime): number {
  return time.hour * 60 + time.minute;
}
