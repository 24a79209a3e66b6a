import { ok, refuse, type Result } from "#kernel";

import { wrongDay, type ContractTerms } from "../rules/contract/week-pattern.ts";
import type { CareContract, CarePlace } from "./contract-queries.ts";

/** What is wrong with the terms of a contract. */
export type TermsRefusal =
  | { code: "past"; today: Temporal.PlainDate }
  | { code: "backwards" }
  | { code: "outside-enrolment"; firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate }
  | { code: "empty-week"; which: "week" | "adapting" }
  | { code: "bad-hours"; which: "week" | "adapting"; weekday: number }
  | { code: "adapting-outside" }
  /** Another contract of the enrolment holds on some of these days. */
  | { code: "overlaps"; other: CareContract };

/** Whether terms fit the enrolment, the unit's hours and the other contracts of the enrolment. */
export function checkTerms(
  terms: ContractTerms,
  place: CarePlace,
  others: readonly CareContract[],
  today: Temporal.PlainDate,
): Result<ContractTerms, TermsRefusal> {
  const { compare } = Temporal.PlainDate;
  const { firstDay, lastDay, adapting } = terms;
  if (compare(firstDay, today) < 0) return refuse({ code: "past", today });
  if (compare(lastDay, firstDay) < 0) return refuse({ code: "backwards" });
  if (compare(firstDay, place.firstDay) < 0 || compare(lastDay, place.lastDay) > 0) {
    return refuse({ code: "outside-enrolment", firstDay: place.firstDay, lastDay: place.lastDay });
  }
  const until = adapting?.until;
  if (until !== undefined && (compare(until, firstDay) < 0 || compare(until, lastDay) > 0)) {
    return refuse({ code: "adapting-outside" });
  }
  for (const which of ["week", "adapting"] as const) {
    const week = which === "week" ? terms.week : adapting?.week;
    if (week === undefined) continue;
    if (week.length === 0) return refuse({ code: "empty-week", which });
    const weekday = wrongDay(week, place.hours);
    if (weekday !== undefined) return refuse({ code: "bad-hours", which, weekday });
  }
  const other = others.find(
    ({ terms: known }) => compare(known.firstDay, lastDay) <= 0 && compare(known.lastDay, firstDay) >= 0,
  );
  return other === undefined ? ok(terms) : refuse({ code: "overlaps", other });
}
