import type { ChargeFacts } from "./charge-facts.ts";
import type { Range, Weekday, When } from "./grammar.ts";

/** Whether a condition holds, or the fact without which nobody can say. */
export type Holds = boolean | { readonly missing: string };

const WEEKDAYS: readonly Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/** What conditions are held against; a charge's facts are such, with the day of the week. */
export type WhenFacts = Pick<ChargeFacts, Exclude<keyof When, "weekdays" | "booked">> & {
  readonly weekday: Weekday;
  readonly booked: boolean;
};

/** The facts of a charge with the day of the week on which it is. */
export function whenFacts(facts: ChargeFacts): WhenFacts {
  return {
    ...facts,
    weekday: WEEKDAYS[facts.date.dayOfWeek - 1] ?? "sunday",
    booked: facts.events?.some(({ on }) => on === "unbooked") !== true,
  };
}

/**
 * @rule Prix : pour qui
 *
 * Un prix peut dépendre de la commune (habitant ou non), de l'âge, du rang de l'enfant, du nombre d'enfants inscrits,
 * du régime (CAF, MSA), de l'école, du repas apporté (PAI), d'une venue régulière ou occasionnelle, du jour de la
 * semaine, d'une catégorie que la collectivité nomme. Tout ce qui est écrit doit être vrai. Ce que personne ne sait
 * n'est pas deviné : le prix attend.
 *
 * Exemple : « hors commune, à partir du 3e enfant » s'applique le 5 janvier 2027 au troisième enfant d'une famille
 * d'une autre commune ; si la commune n'est pas connue, il n'y a pas de prix.
 */
export function holds(when: When, facts: WhenFacts): Holds {
  let missing: string | undefined;
  for (const test of TESTS) {
    const answer = test(when, facts);
    if (answer === false) return false;
    if (answer !== true) missing ??= answer.missing;
  }
  return missing === undefined ? true : { missing };
}

type Test = (when: When, facts: WhenFacts) => Holds;

const same =
  (key: "residence" | "audience" | "scheme" | "school" | "regular"): Test =>
  (when, facts) => {
    if (when[key] === undefined) return true;
    return facts[key] === undefined ? { missing: key } : facts[key] === when[key];
  };

const within =
  (key: "rank" | "enrolledChildren" | "householdChildren" | "age" | "days"): Test =>
  (when, facts) => {
    const range = when[key];
    if (range === undefined) return true;
    const value = facts[key];
    return value === undefined ? { missing: key } : inRange(range, value);
  };

const TESTS: readonly Test[] = [
  same("residence"),
  same("audience"),
  same("scheme"),
  same("school"),
  same("regular"),
  ({ booked }, facts) => booked === undefined || facts.booked === booked,
  ({ ownMeal }, facts) => ownMeal === undefined || (facts.ownMeal ?? false) === ownMeal,
  ({ category }, facts) => category === undefined || facts.category === category,
  ({ weekdays }, { weekday }) => weekdays?.includes(weekday) ?? true,
  within("rank"),
  within("enrolledChildren"),
  within("householdChildren"),
  within("age"),
  within("days"),
];

function inRange({ from = -Infinity, to = Infinity }: Range, value: number): boolean {
  return value >= from && value <= to;
}
