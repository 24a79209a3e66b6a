import type { Id } from "#kernel";
import type { ChargeFacts } from "#pricing";

import type { PeopleOfHouseholds } from "./estimate-people.ts";

/**
 * @rule Le repas apporté se dit avant d’être facturé
 *
 * Un enfant qui a un PAI valable ce jour-là apporte son repas, ou mange celui du service : là où le tarif en dépend, son
 * prix ne se dit pas tant qu’un agent ne l’a pas noté (« Repas apporté et catégorie »). L’estimation et la facture
 * suivent la même règle : ni l’une ni l’autre ne devine. Un enfant sans PAI mange le repas du service.
 *
 * Exemple : Hugo a un PAI jusqu’au 2 juillet 2027 et rien n’est noté. Le repas du 12 novembre 2026 n’a pas de prix ;
 * l’agent note « repas apporté » à partir du 1er septembre 2026 : il est dit à 1,62 €, avant de réserver et sur la
 * facture.
 *
 * In: the facts as they are known of the participant that day. True where the tariff asks, and nobody has said.
 */
export function isMealUnsaid(
  people: PeopleOfHouseholds,
  {
    householdId,
    participantId,
    date,
  }: {
    readonly householdId: Id<"household">;
    readonly participantId: Id<"participant">;
    readonly date: Temporal.PlainDate;
  },
  { ownMeal }: Pick<ChargeFacts, "ownMeal">,
): boolean {
  if (ownMeal !== undefined) return false;
  const person = people.get(householdId)?.find((one) => one.participantId === participantId);
  if (person === undefined || !person.hasPai) return false;
  return person.paiUntil === null || Temporal.PlainDate.compare(date, person.paiUntil) <= 0;
}
