import {
  agentReach,
  householdHistory,
  householdPayers,
  type EnrolmentPayers,
  type HistoryEntry,
} from "#bookings";
import {
  leftHousehold,
  personsForFile,
  withheldIn,
  type AuthorisedPerson,
  type LeftPerson,
  type WithheldAuthority,
} from "#families";
import { parisDate, type Id } from "#kernel";
import { writeJournal, type Reads } from "#platform";
import type { FamilyReach, SignedInVisit } from "#identity";

import { childrenWithHealth } from "../health/children-with-health.ts";

/** What an agent sees of a family, on one page. */
export interface FamilyFile {
  household: {
    id: Id<"household">;
    label: string;
    address: string;
    /** Whether it lives in the territory; null while no commune is named. */
    resident: boolean | null;
  };
  /** Only what an agent of some sites reads: without addresses and payers, and of these sites alone. */
  ofSomeSites: boolean;
  /** Whether this agent books for the family. */
  mayBook: boolean;
  adults: readonly Adult[];
  children: readonly Child[];
  /** Who was of the household once. */
  left: readonly LeftPerson[];
  persons: readonly AuthorisedPerson[];
  withheld: readonly WithheldAuthority[];
  payers: readonly EnrolmentPayers[];
  enrolments: readonly Enrolment[];
  coming: readonly ComingDay[];
  history: readonly HistoryEntry[];
}

export interface Adult {
  guardianId: Id<"guardian">;
  civility: string;
  firstName: string;
  lastName: string;
  email: string;
  mobile: string;
  home: string;
  work: string;
}

export interface Child {
  participantId: Id<"participant">;
  kind: "child" | "adult";
  firstName: string;
  lastName: string;
  birthDate: Temporal.PlainDate | null;
  schoolName: string | null;
  className: string | null;
  /** The child's other households. */
  others: readonly { id: Id<"household">; label: string }[];
  /** Whether this agent may read the health record. */
  health: boolean;
}

export interface Enrolment {
  firstName: string;
  activityName: string;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
}

export interface ComingDay {
  date: Temporal.PlainDate;
  firstName: string;
  unitName: string;
  siteName: string;
  /** When the child arrives and leaves, where the unit has hours to choose. */
  hours: { from: number; to: number } | null;
  companions: number;
}

/** Days to come that are listed; the planning shows the others. */
const MOST_COMING = 40;

/**
 * The file of a household as far as the agent sees it, or undefined when there is none for him or her (see agentReach).
 * Reading it is written in the journal, in the same transaction: who looked at whose file, when, from where.
 */
export function readFamilyFile(visit: SignedInVisit, id: Id<"household">): Promise<FamilyFile | undefined> {
  const { actor, database, now, address } = visit;
  const today = parisDate(now);
  return database.write(async (writes) => {
    const seen = await agentReach(writes, actor, "families.read", { household: id, today });
    if (seen === undefined) return undefined;
    const { reach } = seen;
    const ofSomeSites = reach.siteIds !== undefined;
    const household = await writes.row<FamilyFile["household"]>(
      "family_file_household",
      `select household_id as id, label,
              case when $2 then '' else concat_ws(', ', nullif(address_line, ''),
                                                  nullif(concat_ws(' ', postcode, commune), '')) end as address,
              case when not $2 then resident end as resident
       from families_household_card left join families_residence using (household_id) where household_id = $1`,
      [id, ofSomeSites],
    );
    if (household === undefined) return undefined;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "families.read",
      objectKind: "household",
      objectId: id,
      householdId: id,
      address,
    });
    return {
      household,
      ofSomeSites,
      mayBook: (await agentReach(writes, actor, "bookings.write", { household: id, today })) !== undefined,
      adults: await adultsOf(writes, id, ofSomeSites),
      children: await childrenOf(writes, reach, await childrenWithHealth(writes, actor, id, today)),
      left: ofSomeSites ? [] : await leftHousehold(writes, id),
      persons: await personsForFile(writes, reach),
      withheld: await withheldIn(writes, reach),
      payers: ofSomeSites ? [] : await householdPayers(writes, id, today),
      enrolments: await enrolmentsOf(writes, reach),
      coming: await comingDays(writes, reach, today),
      history: (await householdHistory(writes, reach, null)).entries,
    };
  });
}

function adultsOf(reads: Reads, id: Id<"household">, ofSomeSites: boolean): Promise<Adult[]> {
  return reads.rows(
    "family_file_adults",
    `select guardian_id as "guardianId", civility, first_name as "firstName", last_name as "lastName",
            case when $2 then '' else email end as email, phone_mobile as mobile,
            phone_home as home, phone_work as work
     from families_guardian_card where household_id = $1 order by last_name, first_name`,
    [id, ofSomeSites],
  );
}

/** With the class of the latest school year that the register has given. */
async function childrenOf(
  reads: Reads,
  { householdIds, withheldIds }: FamilyReach,
  withHealth: ReadonlySet<Id<"participant">>,
): Promise<Child[]> {
  const children = await reads.rows<Omit<Child, "health">>(
    "family_file_children",
    `select p.participant_id as "participantId", p.kind, p.first_name as "firstName", p.last_name as "lastName", p.birth_date as "birthDate",
            s.school_name as "schoolName", s.class_name as "className",
            (select coalesce(jsonb_agg(jsonb_build_object('id', card.household_id, 'label', card.label)
                                       order by card.label), '[]')
             from families_participant_card other
             join families_household_card card on card.household_id = other.household_id
             where other.participant_id = p.participant_id and other.household_id <> p.household_id
               and other.left_on is null) as others
     from families_participant_card p
     left join lateral (
       select school_name, class_name from families_schooling
       where participant_id = p.participant_id order by school_year desc limit 1
     ) s on true
     where p.household_id = any ($1::uuid[]) and p.participant_id <> all ($2::uuid[]) and p.left_on is null
     order by p.birth_date, p.first_name`,
    [householdIds, withheldIds],
  );
  return children.map((child) => ({ ...child, health: withHealth.has(child.participantId) }));
}

function enrolmentsOf(
  reads: Reads,
  { householdIds, withheldIds, siteIds }: FamilyReach,
): Promise<Enrolment[]> {
  return reads.rows(
    "family_file_enrolments",
    `select distinct p.first_name as "firstName", u.activity_name as "activityName", e.first_day as "firstDay",
            e.last_day as "lastDay"
     from bookings_enrolment_card e
     join families_participant_card p on p.participant_id = e.participant_id and p.household_id = e.household_id
     join activities_unit_card u on u.activity_id = e.activity_id
     where e.household_id = any ($1::uuid[]) and e.participant_id <> all ($2::uuid[])
       and ($3::uuid[] is null or u.site_id = any ($3::uuid[]))
     order by e.first_day desc, p.first_name`,
    [householdIds, withheldIds, siteIds ?? null],
  );
}

async function comingDays(
  reads: Reads,
  { householdIds, withheldIds, siteIds }: FamilyReach,
  today: Temporal.PlainDate,
): Promise<ComingDay[]> {
  type Row = Omit<ComingDay, "hours"> & { from: number | null; to: number | null };
  const rows = await reads.rows<Row>(
    "family_file_coming",
    `select b.date, p.first_name as "firstName", u.unit_name as "unitName", u.site_name as "siteName",
            b.companions, case when u.hour_step is not null then b.from_minute end as "from",
            case when u.hour_step is not null then b.to_minute end as "to"
     from families_participant_card p
     join bookings_expected b on b.participant_id = p.participant_id and b.household_id = p.household_id
     join activities_unit_card u on u.unit_id = b.unit_id
     where p.household_id = any ($1::uuid[]) and b.date >= $2 and p.participant_id <> all ($3::uuid[])
       and ($4::uuid[] is null or u.site_id = any ($4::uuid[]))
     order by b.date, p.first_name
     limit ${MOST_COMING}`,
    [householdIds, today.toString(), withheldIds, siteIds ?? null],
  );
  return rows.map(({ from, to, ...day }) => ({
    ...day,
    hours: from === null || to === null ? null : { from, to },
  }));
}
