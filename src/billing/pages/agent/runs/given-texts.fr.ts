import { formatCents } from "#kernel";

import type { OddityFacts } from "../../../run/oddities.ts";
import { whichDays } from "./which-days.ts";

/** Words of what the tariff has no price for, where an agent gives one. */
export const givenTexts = {
  given: (
    what: string,
    days: readonly Temporal.PlainDate[],
    { cents: price, by, because }: Extract<OddityFacts, { kind: "given" }>,
  ) =>
    `${[what, whichDays(days)].filter((part) => part !== "").join(", ")} : ${formatCents(price)}${days.length > 1 ? " chaque jour" : ""}, fixé par ${by} (« ${because} »).`,
  /** Above the prices that nobody can tell: a tariff is for the days to come. */
  pastDays:
    "Réglez la cause, puis recalculez. Un tarif ne change que pour aujourd’hui et les jours à venir : pour un jour passé, donnez un prix ici.",
  givePrice: "Donner un prix",
  changePrice: "Changer ce prix",
  priceOf: (family: string, what: string) => ` : ${family}, ${what}`,
} as const;
