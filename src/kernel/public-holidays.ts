import { easterSunday } from "./easter.ts";
import { type EpochDay, fromEpochDay, toEpochDay, yearOf } from "./epoch-day.ts";

/** Where the law of public holidays differs: Alsace-Moselle keeps two days more than the rest. */
export type HolidayZone = "metropole" | "alsace-moselle";

/** A public holiday; `name` is French, as it reads inside a sentence (« lundi de Pâques »). */
export interface PublicHoliday {
  readonly date: Temporal.PlainDate;
  readonly name: string;
}

type NamesByDay = ReadonlyMap<EpochDay, string>;

const FIXED: readonly (readonly [month: number, day: number, name: string])[] = [
  [1, 1, "jour de l’An"],
  [5, 1, "fête du Travail"],
  [5, 8, "Victoire 1945"],
  [7, 14, "fête nationale"],
  [8, 15, "Assomption"],
  [11, 1, "Toussaint"],
  [11, 11, "Armistice 1918"],
  [12, 25, "Noël"],
];

const DAYS_AFTER_EASTER: readonly (readonly [days: number, name: string])[] = [
  [1, "lundi de Pâques"],
  [39, "Ascension"],
  [50, "lundi de Pentecôte"],
];

const known: Record<HolidayZone, Map<number, NamesByDay>> = {
  metropole: new Map(),
  "alsace-moselle": new Map(),
};

/**
 * @rule Les jours fériés
 *
 * Onze jours par an en métropole : huit à date fixe, trois qui suivent Pâques (le lundi, le jeudi de
 * l'Ascension 39 jours après, le lundi de Pentecôte 50 jours après). L'Alsace et la Moselle ont en plus le
 * Vendredi saint et le 26 décembre. Ils sont calculés, pour toutes les années, jamais saisis.
 *
 * Exemple : Pâques tombe le dimanche 5 avril 2026 ; sont donc fériés le lundi 6 avril, le jeudi 14 mai
 * (Ascension) et le lundi 25 mai 2026 (Pentecôte). Quand deux fêtes tombent le même jour, comme le jeudi
 * 1er mai 2008 (fête du Travail et Ascension), le jour porte les deux noms.
 *
 * En Alsace-Moselle, le Vendredi saint n'est férié que dans les communes qui ont un temple protestant ou une
 * église mixte : la collectivité choisit sa zone, et une fermeture complète le reste.
 *
 * Source : article L. 3133-1 du code du travail ; articles L. 3134-13 et suivants pour l'Alsace et la Moselle.
 *
 * In: a Gregorian year (1583 to 9999; today's law, whatever the year). Out: by date, one entry a day.
 */
export function publicHolidays(year: number, zone: HolidayZone): readonly PublicHoliday[] {
  return [...namesOfYear(year, zone)].map(([day, name]) => ({ date: fromEpochDay(day), name }));
}

/** The name of the public holiday on that day, or `undefined` on the other days of the year. */
export function publicHolidayName(day: EpochDay, zone: HolidayZone): string | undefined {
  return namesOfYear(yearOf(day), zone).get(day);
}

function namesOfYear(year: number, zone: HolidayZone): NamesByDay {
  const cached = known[zone].get(year);
  if (cached) return cached;
  const names = compute(year, zone);
  known[zone].set(year, names);
  return names;
}

function compute(year: number, zone: HolidayZone): NamesByDay {
  const easter = toEpochDay(easterSunday(year));
  const days: [EpochDay, string][] = FIXED.map(([month, day, name]) => [
    toEpochDay(new Temporal.PlainDate(year, month, day)),
    name,
  ]);
  for (const [offset, name] of DAYS_AFTER_EASTER) days.push([easter + offset, name]);
  if (zone === "alsace-moselle") {
    days.push([easter - 2, "Vendredi saint"]);
    days.push([toEpochDay(new Temporal.PlainDate(year, 12, 26)), "Saint-Étienne"]);
  }
  days.sort(([a], [b]) => a - b);
  const names = new Map<EpochDay, string>();
  for (const [day, name] of days) {
    const other = names.get(day);
    names.set(day, other === undefined ? name : `${other} et ${name}`);
  }
  return names;
}
