import type { Id } from "#kernel";

import { hoursOn, type WeekPattern } from "../rules/contract/week-pattern.ts";

/** A contract of a nursery as an estimate needs it: days as ISO texts, as they come with the enrolment. */
export interface EstimateContract {
  readonly unitCode: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly week: WeekPattern;
  /** While the child gets used to the place, until this day, another week holds. */
  readonly adaptingUntil: string | null;
  readonly adaptingWeek: WeekPattern | null;
}

/**
 * @rule Multi-accueil : un jour en plus du contrat se paie
 *
 * La mensualité d'un contrat paie les jours de sa semaine type. Un autre jour réservé en plus, dans les dates du contrat,
 * est un accueil occasionnel : il est facturé au tarif horaire du foyer, en heures complémentaires. Il n'est jamais dit
 * « compris dans le contrat ».
 *
 * Exemple : le contrat de Rose dit lundi, mardi et jeudi, du 31 août 2026 au 2 juillet 2027. Le jeudi 10 décembre est
 * compris ; le mercredi 9, de 9 h 30 à 13 h, se paie : trois heures et demie.
 *
 * In: the enrolments of a person, and a place. True where a contract of its activity and unit plans its day.
 */
export function isPaidByContract(
  enrolments: readonly {
    readonly activityId: Id<"activity">;
    readonly contracts?: readonly EstimateContract[];
  }[],
  { activityId, unitCode, date }: { activityId: Id<"activity">; unitCode: string; date: Temporal.PlainDate },
): boolean {
  return enrolments.some(
    (enrolment) =>
      enrolment.activityId === activityId &&
      (enrolment.contracts ?? []).some(
        (contract) => contract.unitCode === unitCode && hoursOn(termsOf(contract), date) !== null,
      ),
  );
}

const termsOf = ({ firstDay, lastDay, week, adaptingUntil, adaptingWeek }: EstimateContract) => ({
  firstDay: Temporal.PlainDate.from(firstDay),
  lastDay: Temporal.PlainDate.from(lastDay),
  week,
  adapting:
    adaptingUntil === null || adaptingWeek === null
      ? null
      : { until: Temporal.PlainDate.from(adaptingUntil), week: adaptingWeek },
});
