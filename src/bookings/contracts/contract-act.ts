import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { ContractTerms } from "../rules/contract/week-pattern.ts";
import { weeksOf } from "./contract-queries.ts";

/** What a form did to a contract. */
export interface ContractAct {
  readonly act: "signed" | "changed" | "ended";
  /** What was agreed upon; of one that ended, until when it did. */
  readonly terms: ContractTerms;
}

/** What a form did to a contract, as its letter says it; undefined where it was about something else. */
export async function contractActOf(reads: Reads, key: Id<"submission">): Promise<ContractAct | undefined> {
  const row = await reads.row<{
    act: ContractAct["act"];
    firstDay: Temporal.PlainDate;
    lastDay: Temporal.PlainDate;
    week: unknown;
    adaptingUntil: Temporal.PlainDate | null;
    adaptingWeek: unknown;
  }>(
    "care_contract_act",
    `select case when c.id <> s.key then 'ended'
                 when exists (select from care_contract before
                              where before.enrolment_id = c.enrolment_id and before.ended_at = c.at) then 'changed'
                 else 'signed' end as act,
            c.first_day as "firstDay",
            case when c.id = s.key then coalesce(c.agreed_last_day, c.last_day) else c.last_day end as "lastDay", c.week, c.adapting_until as "adaptingUntil",
            c.adapting_week as "adaptingWeek"
     from submission s
     join enrolment e on e.household_id = any (s.household_ids)
     join care_contract c on c.enrolment_id = e.id and (c.id = s.key or c.ended_at = s.received_at)
     where s.key = $1
     order by c.id = s.key desc
     limit 1`,
    [key],
  );
  if (row === undefined) return undefined;
  const { act, firstDay, lastDay } = row;
  return { act, terms: { firstDay, lastDay, ...weeksOf(row) } };
}
