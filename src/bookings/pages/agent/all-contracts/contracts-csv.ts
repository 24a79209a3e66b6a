import { frenchCsv } from "#platform";

import type { ListedContract } from "../../../contracts/all-contracts.ts";
import { contractState, contractStateWords } from "../../../rules/contract/contract-state.ts";
import { minutesOfWeek } from "../../../rules/contract/week-pattern.ts";
import { texts } from "./texts.fr.ts";

/** Every contract for a spreadsheet, which counts with « 25,5 » and not with « 25 h 30 ». */
export function contractsCsv(contracts: readonly ListedContract[], today: Temporal.PlainDate): string {
  return frenchCsv(
    [
      texts.lastName,
      texts.firstName,
      texts.site,
      texts.activity,
      texts.unit,
      texts.from,
      texts.until,
      texts.hours,
      texts.state,
    ],
    contracts.map(({ terms, ...contract }) => [
      contract.lastName,
      contract.firstName,
      contract.siteName,
      contract.activityName,
      contract.unitName,
      terms.firstDay.toString(),
      terms.lastDay.toString(),
      hoursFigure(minutesOfWeek(terms.week)),
      contractStateWords[contractState(terms, today)],
    ]),
  );
}

/** « 25,5 » */
function hoursFigure(minutes: number): string {
  return (minutes / 60).toLocaleString("fr-FR", { maximumFractionDigits: 2, useGrouping: false });
}
