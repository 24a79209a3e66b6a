import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { ContractTerms } from "../rules/contract/week-pattern.ts";
import { storedWeek } from "./contract-queries.ts";

/** A care contract in the list of all of them. */
export interface ListedContract {
  contractId: Id<"contract">;
  householdId: Id<"household">;
  lastName: string;
  firstName: string;
  siteId: Id<"site">;
  siteName: string;
  activityName: string;
  unitName: string;
  terms: Pick<ContractTerms, "firstDay" | "lastDay" | "week">;
}

/** Which contracts are listed. */
export interface ContractsAsked {
  /** The agent's sites; null is every one. */
  siteIds: readonly Id<"site">[] | null;
  siteId: Id<"site"> | undefined;
  /** In force on this day; null is any. */
  day: Temporal.PlainDate | null;
  today: Temporal.PlainDate;
}

/**
 * The contracts at the agent's sites, by site and child, the newest of a child first; an agent of some sites has those
 * of children who still come there.
 */
export async function allContracts(
  reads: Reads,
  { siteIds, siteId, day, today }: ContractsAsked,
): Promise<ListedContract[]> {
  type Row = Omit<ListedContract, "terms"> & {
    firstDay: Temporal.PlainDate;
    lastDay: Temporal.PlainDate;
    week: unknown;
  };
  const rows = await reads.rows<Row>(
    "all_care_contracts",
    `select c.id as "contractId", e.household_id as "householdId", p.last_name as "lastName",
            p.first_name as "firstName", u.site_id as "siteId", u.site_name as "siteName",
            u.activity_name as "activityName", u.unit_name as "unitName", c.first_day as "firstDay",
            c.last_day as "lastDay", c.week
     from care_contract c
     join activities_unit_card u on u.unit_id = c.unit_id
     join enrolment e on e.id = c.enrolment_id
     join families_participant_card p on p.participant_id = e.participant_id and p.household_id = e.household_id
     where ($1::uuid[] is null
            or u.site_id = any ($1::uuid[]) and bookings_known_at(e.participant_id, $1::uuid[], $2))
       and ($3::uuid is null or u.site_id = $3)
       and ($4::date is null or c.last_day >= $4 and c.first_day <= $4)
     order by u.site_name, u.site_id, p.last_name, p.first_name, e.participant_id, c.first_day desc, c.id`,
    [siteIds, today.toString(), siteId ?? null, day?.toString() ?? null],
  );
  return rows.map(({ firstDay, lastDay, week, ...listed }) => ({
    ...listed,
    terms: { firstDay, lastDay, week: storedWeek.parse(week) },
  }));
}
