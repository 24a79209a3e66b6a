import type { Id } from "#kernel";
import type { ChargeFacts } from "#pricing";

import { schoolStage } from "../rules/school-stage.ts";
import type { EstimateFacts, EstimatePerson } from "./estimate-people.ts";

/** A place to price: who, on whose account, when, for how long. */
export interface PricedPlace {
  readonly householdId: Id<"household">;
  readonly participantId: Id<"participant">;
  readonly activityId: Id<"activity">;
  readonly unitCode: string;
  readonly date: Temporal.PlainDate;
  readonly minutes: number;
  /** How many days are booked together: a week, a stay. */
  readonly days: number;
}

/**
 * @rule Le rang de l'enfant, et combien sont inscrits
 *
 * Comptent les enfants du foyer qui sont inscrits ce jour-là à un service du même tarif, l'aîné d'abord ; les adultes
 * comptent entre eux. Un enfant de deux foyers compte dans celui qui l'inscrit.
 *
 * Exemple : le 6 janvier 2027, Zoé (9 ans) et Hugo (6 ans) sont inscrits au centre de loisirs, Lina (3 ans) seulement à
 * la cantine. Au centre, deux enfants sont inscrits et Hugo est le deuxième ; à la cantine, chacun a son rang parmi
 * trois.
 *
 * The quotient and the resources are those of the household on whose account it is: separated parents each pay by their
 * own. What nobody knows is left out: a price that needs it falls in a hole.
 */
export function chargeFacts(
  { people, incomeOn }: Pick<EstimateFacts, "people" | "incomeOn">,
  place: PricedPlace,
  sharing: ReadonlySet<Id<"activity">>,
): ChargeFacts | undefined {
  const household = people.get(place.householdId) ?? [];
  const person = household.find((one) => one.participantId === place.participantId);
  if (person === undefined) return undefined;
  const { date, activityId } = place;
  const day = date.toString();
  const enrolled = household.filter((one) =>
    one.enrolments.some(
      (enrolment) =>
        sharing.has(enrolment.activityId) && enrolment.firstDay <= day && day <= enrolment.lastDay,
    ),
  );
  const rank = enrolled.filter(({ kind }) => kind === person.kind).indexOf(person) + 1;
  const own = person.enrolments.find((one) => one.activityId === activityId && one.lastDay >= day);
  const agreed = own?.agreed.findLast((one) => one.firstDay <= day);
  const stage = schoolStage(schoolingOn(person, date)?.level ?? "");
  const children = enrolled.filter(({ kind }) => kind === "child").length;
  return {
    ...incomeOn(place.householdId, date),
    date,
    audience: person.kind,
    householdChildren: household.filter(({ kind }) => kind === "child").length,
    days: place.days,
    minutes: place.minutes,
    ...(person.resident === null ? {} : { residence: person.resident ? "resident" : "outside" }),
    ...(rank === 0 ? {} : { rank }),
    ...(children === 0 ? {} : { enrolledChildren: children }),
    ...(own === undefined ? {} : { regular: own.regular }),
    ...(agreed === undefined ? {} : { ownMeal: agreed.ownMeal }),
    ...(agreed === undefined || agreed.category === null ? {} : { category: agreed.category }),
    ...(stage === undefined ? {} : { school: stage }),
    ...(person.birthDate === null ? {} : { age: ageOn(person.birthDate, date) }),
  };
}

/** Schooling is known by school year; one begins in September, as far as a price is concerned. */
function schoolingOn({ schoolings }: EstimatePerson, date: Temporal.PlainDate) {
  const year = date.month >= 9 ? date.year : date.year - 1;
  return schoolings.find(({ schoolYear }) => schoolYear === `${year}-${year + 1}`);
}

function ageOn(birthDate: Temporal.PlainDate, date: Temporal.PlainDate): number {
  const { year, month, day } = birthDate;
  const birthdayCame = date.month > month || (date.month === month && date.day >= day);
  return Math.max(0, date.year - year - (birthdayCame ? 0 : 1));
}
