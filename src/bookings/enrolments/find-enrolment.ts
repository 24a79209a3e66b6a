import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { sitesOf } from "../occupancy/units-in-scope.ts";
import type { DoneBy } from "../rules/who-did-it.ts";
import { ENROL, mayEnrolAt } from "./policy.ts";

/** An enrolment with what its receipt says. */
export interface EnrolmentCard {
  enrolmentId: Id<"enrolment">;
  participantId: Id<"participant">;
  householdId: Id<"household">;
  activityId: Id<"activity">;
  seasonId: Id<"season">;
  siteId: Id<"site">;
  payerId: Id<"guardian">;
  firstName: string;
  payerName: string;
  activityName: string;
  siteName: string;
  seasonName: string;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  regular: boolean;
  groups: readonly string[];
  points: number;
  endedAt: Temporal.Instant | null;
}

/** Who reads or ends an enrolment: its family, or an agent in the file of the family. */
export type EnrolmentReader = "family" | "agent";

/**
 * An enrolment: as its family, for a guardian of its household who may act for the person; as an agent, for one of its
 * site who still knows the person on this day. Undefined for anybody else.
 */
export async function findEnrolment(
  reads: Reads,
  enrolmentId: Id<"enrolment">,
  { reader, actor, today }: { reader: EnrolmentReader; actor: SignedIn; today: Temporal.PlainDate },
): Promise<EnrolmentCard | undefined> {
  const sites = sitesOf(actor.rights.get(ENROL));
  const card = await reads.row<EnrolmentCard & { withheld: boolean; known: boolean }>(
    "enrolment_card",
    `select e.id as "enrolmentId", e.participant_id as "participantId", e.household_id as "householdId",
            e.activity_id as "activityId", e.season_id as "seasonId", u.site_id as "siteId",
            e.payer_guardian_id as "payerId", p.first_name as "firstName",
            coalesce(payer.first_name || ' ' || payer.last_name, '') as "payerName",
            u.activity_name as "activityName", u.site_name as "siteName", s.name as "seasonName",
            e.first_day as "firstDay", e.last_day as "lastDay", e.regular, e.priority_groups as groups,
            e.priority_points as points, e.ended_at as "endedAt",
            exists (select from families_withheld_authority w
                    where w.participant_id = e.participant_id and w.guardian_id = $2) as withheld,
            $3::uuid[] is null or bookings_known_at(e.participant_id, $3::uuid[], $4) as known
     from enrolment e
     join families_participant_card p on p.participant_id = e.participant_id and p.household_id = e.household_id
     join activities_season s on s.season_id = e.season_id
     join lateral (select * from activities_unit_card where activity_id = e.activity_id limit 1) u on true
     left join families_guardian_name payer on payer.guardian_id = e.payer_guardian_id
     where e.id = $1`,
    [enrolmentId, actor.guardian?.id ?? null, sites, today.toString()],
  );
  if (card === undefined) return undefined;
  const { withheld, known, ...enrolment } = card;
  const own = actor.guardian?.householdIds.includes(enrolment.householdId) === true && !withheld;
  const may = reader === "family" ? own : known && mayEnrolAt(actor, enrolment.siteId);
  return may ? enrolment : undefined;
}

/** What happened to an enrolment, the newest first. */
export interface EnrolmentEntry extends DoneBy {
  at: Temporal.Instant;
  act: "enrolled" | "changed" | "ended";
}

/** The history of an enrolment. */
export function enrolmentHistory(reads: Reads, enrolmentId: Id<"enrolment">): Promise<EnrolmentEntry[]> {
  return reads.rows(
    "enrolment_history",
    `select at, act, by_label as by, by_agent as "byAgent", reason
     from enrolment_history where enrolment_id = $1 order by id desc`,
    [enrolmentId],
  );
}
