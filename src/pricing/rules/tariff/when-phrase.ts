import { joinList } from "#kernel";

import type { Situation } from "./case-space.ts";
import type { Range, Weekday, When } from "./grammar.ts";

/** What a condition says: « hors territoire, à partir du 3ᵉ enfant »; nothing where it says nothing. */
export function whenPhrase(when: When): string {
  return [
    of(RESIDENCE, when.residence),
    of(AUDIENCE, when.audience),
    of(SCHEME, when.scheme),
    of(SCHOOL, when.school),
    yesNo(when.regular, "venue régulière", "venue occasionnelle"),
    yesNo(when.ownMeal, "repas apporté (PAI)", "sans repas apporté"),
    yesNo(when.booked, "avec réservation", "sans réservation"),
    when.category === undefined ? "" : `catégorie « ${when.category} »`,
    when.weekdays === undefined ? "" : joinList(when.weekdays.map((one) => `le ${WEEKDAYS[one]}`)),
    rangePhrase(when.rank, (n) => `${ordinal(n)} enfant`, "du "),
    rangePhrase(when.enrolledChildren, (n) => `${n} enfant${n > 1 ? "s" : ""} inscrit${n > 1 ? "s" : ""}`),
    rangePhrase(when.householdChildren, (n) => `${n} enfant${n > 1 ? "s" : ""} au foyer`),
    rangePhrase(when.age, (n) => `${n} an${n > 1 ? "s" : ""}`),
    rangePhrase(when.days, (n) => `${n} jour${n > 1 ? "s" : ""}`),
  ]
    .filter((phrase) => phrase !== "")
    .join(", ");
}

/** The same of a situation, for the checks: « hors territoire, 3ᵉ enfant ». */
export function situationPhrase({ weekday, ...situation }: Situation): string {
  const { rank, enrolledChildren, householdChildren, age, days, ...rest } = situation;
  const numbers = { rank, enrolledChildren, householdChildren, age, days };
  const ranges = Object.fromEntries(
    Object.entries(numbers).flatMap(([key, n]) => (n === undefined ? [] : [[key, { from: n, to: n }]])),
  );
  const said = whenPhrase({ ...rest, ...ranges, ...(weekday === undefined ? {} : { weekdays: [weekday] }) });
  return said === "" ? "aucune catégorie" : said;
}

const RESIDENCE = { resident: "habitant du territoire", outside: "hors territoire" };
const AUDIENCE = { child: "enfant", adult: "adulte" };
const SCHEME = { caf: "régime CAF", msa: "régime MSA", other: "autre régime" };
const SCHOOL = { preschool: "maternelle", elementary: "élémentaire", other: "autre niveau scolaire" };
const WEEKDAYS: Readonly<Record<Weekday, string>> = {
  monday: "lundi",
  tuesday: "mardi",
  wednesday: "mercredi",
  thursday: "jeudi",
  friday: "vendredi",
  saturday: "samedi",
  sunday: "dimanche",
};

function of<Key extends string>(words: Readonly<Record<Key, string>>, key: Key | undefined): string {
  return key === undefined ? "" : words[key];
}

function yesNo(value: boolean | undefined, yes: string, no: string): string {
  return value === undefined ? "" : value ? yes : no;
}

function rangePhrase(range: Range | undefined, one: (n: number) => string, ofThe = "de "): string {
  if (range === undefined) return "";
  const { from, to } = range;
  if (from !== undefined && from === to) return one(from);
  if (from === undefined) return to === undefined ? "" : `jusqu’à ${one(to)}`;
  if (to !== undefined) return `de ${from} à ${one(to)}`;
  return `à partir ${ofThe}${one(from)}`;
}

const ordinal = (n: number) => (n === 1 ? "1ᵉʳ" : `${n}ᵉ`);
