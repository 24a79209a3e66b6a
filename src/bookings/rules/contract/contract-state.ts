import type { ContractTerms } from "./week-pattern.ts";

/** Where a contract stands on a day; `no-day` has ended before it began. */
export type ContractState = "no-day" | "over" | "to-come" | "running";

/** What a contract is on this day. */
export function contractState(
  { firstDay, lastDay }: Pick<ContractTerms, "firstDay" | "lastDay">,
  today: Temporal.PlainDate,
): ContractState {
  const { compare } = Temporal.PlainDate;
  if (compare(lastDay, firstDay) < 0) return "no-day";
  if (compare(lastDay, today) < 0) return "over";
  return compare(firstDay, today) > 0 ? "to-come" : "running";
}

/** « À venir » */
export const contractStateWords = {
  "no-day": "Sans aucun jour",
  over: "Terminé",
  "to-come": "À venir",
  running: "En cours",
} as const satisfies Record<ContractState, string>;
