import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { FileItem } from "../rules/conditions/condition.ts";
import type { KeptDocument, Schooling } from "../rules/conditions/facts.ts";

/** One person of a household, with what access conditions ask about and where he or she is enrolled. */
export interface HouseholdPerson {
  householdId: Id<"household">;
  householdLabel: string;
  participantId: Id<"participant">;
  firstName: string;
  lastName: string;
  colour: number;
  kind: "child" | "adult";
  birthDate: Temporal.PlainDate | null;
  schoolings: readonly Schooling[];
  resident: boolean | null;
  commune: string;
  has: Record<FileItem, boolean>;
  documents: readonly KeptDocument[];
  enrolments: readonly PersonEnrolment[];
}

/** An enrolment of a person, made by the household. */
export interface PersonEnrolment {
  enrolmentId: Id<"enrolment">;
  seasonId: Id<"season">;
  activityId: Id<"activity">;
  activityCode: string;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  regular: boolean;
  /** Made by a move, for what is booked by it alone: nobody enrolled this person in the season. */
  byMove: boolean;
  groups: readonly string[];
  payerId: Id<"guardian">;
}

type StoredPerson = Omit<HouseholdPerson, "enrolments" | "documents"> & {
  enrolments: readonly Stored[];
  documents: readonly { kind: string; until: string | null }[];
};
type Stored = Omit<PersonEnrolment, "firstDay" | "lastDay"> & { firstDay: string; lastDay: string };

/**
 * The people of these households, the eldest first: one statement.
 * @param guardianId a guardian who looks: the children for whom this adult may not act are left out; null for an agent
 */
export async function householdPeople(
  reads: Reads,
  households: readonly Id<"household">[],
  guardianId: Id<"guardian"> | null,
): Promise<readonly HouseholdPerson[]> {
  const rows = await reads.rows<StoredPerson>(
    "household_people",
    `select card.household_id as "householdId", house.label as "householdLabel",
            card.participant_id as "participantId", card.first_name as "firstName", card.last_name as "lastName",
            card.colour, card.kind, card.birth_date as "birthDate", house.commune, residence.resident,
            jsonb_build_object('address', house.address_line <> '' and house.commune <> '',
                               'phone', reach.phone, 'email', reach.email) as has,
            (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind_label, 'until', d.valid_until)), '[]')
             from documents_version_card d
             where d.owner_id = card.household_id and d.current
               and (d.subject_id is null or d.subject_id = card.participant_id)) as documents,
            (select coalesce(jsonb_agg(jsonb_build_object(
                      'schoolYear', s.school_year, 'school', s.school_name, 'level', s.level,
                      'className', s.class_name)), '[]')
             from families_schooling s where s.participant_id = card.participant_id) as schoolings,
            (select coalesce(jsonb_agg(jsonb_build_object(
                      'enrolmentId', e.id, 'seasonId', e.season_id, 'activityId', e.activity_id,
                      'activityCode', activity.code, 'firstDay', e.first_day, 'lastDay', e.last_day,
                      'regular', e.regular, 'byMove', e.by_move, 'groups', e.priority_groups, 'payerId', e.payer_guardian_id)
                      order by e.first_day), '[]')
             from enrolment e
             join lateral (select activity_code as code from activities_unit_card
                           where activity_id = e.activity_id limit 1) activity on true
             where e.participant_id = card.participant_id and e.household_id = card.household_id) as enrolments
     from families_participant_card card
     join families_household_card house using (household_id)
     join families_residence residence using (household_id)
     cross join lateral (
       select coalesce(bool_or(concat(phone_mobile, phone_home, phone_work) <> ''), false) as phone,
              coalesce(bool_or(email <> ''), false) as email
       from families_guardian_card adult where adult.household_id = card.household_id
     ) reach
     where card.household_id = any ($1::uuid[]) and card.left_on is null
       and not exists (select from families_withheld_authority withheld
                       where withheld.participant_id = card.participant_id and withheld.guardian_id = $2)
     order by card.birth_date, card.first_name, card.participant_id, house.label`,
    [households, guardianId],
  );
  return rows.map(({ enrolments, documents, ...person }) => ({
    ...person,
    documents: documents.map(({ kind, until }) => ({
      kind,
      until: until === null ? null : Temporal.PlainDate.from(until),
    })),
    enrolments: enrolments.map(({ firstDay, lastDay, ...enrolment }) => ({
      ...enrolment,
      firstDay: Temporal.PlainDate.from(firstDay),
      lastDay: Temporal.PlainDate.from(lastDay),
    })),
  }));
}
