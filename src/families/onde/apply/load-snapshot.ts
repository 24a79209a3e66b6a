import type { Id } from "#kernel";
import type { Reads } from "#platform";
import { cellOfYear } from "../../corrections/year-cell.ts";
import { groupBy } from "../rules/single-children.ts";
import type { KnownChild, KnownGuardian, KnownHousehold, Snapshot } from "../rules/snapshot.ts";

type ChildRow = Omit<KnownChild, "households" | "schooling"> & {
  readonly schoolName: string | null;
  readonly level: string | null;
  readonly className: string | null;
};

const childRows = (reads: Reads, schoolYear: string): Promise<ChildRow[]> =>
  reads.rows<ChildRow>(
    "onde_known_children",
    `select p.id, coalesce(p.external_key, '') as "externalKey", p.last_name as "lastName",
            p.usage_name as "usageName", p.first_name as "firstName", p.birth_date::text as "birthDate",
            s.school_name as "schoolName", s.level, s.class_name as "className",
            latest.school_name as "latestSchool"
     from participant p
     left join schooling s on s.participant_id = p.id and s.school_year = $1
     left join lateral (
       select school_name from schooling l
       where l.participant_id = p.id and l.school_year <= $1 order by l.school_year desc limit 1
     ) latest on true
     where p.kind = 'child'`,
    [schoolYear],
  );

const guardianRows = (reads: Reads): Promise<Omit<KnownGuardian, "households">[]> =>
  reads.rows(
    "onde_known_guardians",
    `select id, coalesce(external_key, '') as "externalKey", civility, last_name as "lastName",
            first_name as "firstName", email, phone_home as "phoneHome", phone_work as "phoneWork",
            phone_mobile as "phoneMobile"
     from guardian`,
  );

const householdRows = (reads: Reads): Promise<Omit<KnownHousehold, "guardians" | "children">[]> =>
  reads.rows(
    "onde_known_households",
    `select id, coalesce(external_key, '') as "externalKey", label, address_line as street, postcode, commune
     from household`,
  );

interface CorrectedRow {
  readonly record: string;
  readonly field: string;
  readonly registerValue: string;
}

/** What agents corrected by hand, record by record; of the classes, those of that school year. */
async function correctedCells(
  reads: Reads,
  schoolYear: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const rows = await reads.rows<CorrectedRow>(
    "onde_corrected_cells",
    `select coalesce(household_id, guardian_id, participant_id) as record, field, register_value as "registerValue"
     from corrected_cell`,
  );
  return new Map(
    [...groupBy(rows, ({ record }) => record)].map(([record, cells]) => [
      record,
      new Map(
        cells.flatMap(({ field, registerValue }) => {
          const cell = cellOfYear(field, schoolYear);
          return cell === undefined ? [] : [[cell, registerValue] as const];
        }),
      ),
    ]),
  );
}

interface AdultMembership {
  readonly left: boolean;
  readonly household: Id<"household">;
  readonly guardian: Id<"guardian">;
}

interface ChildMembership {
  readonly left: boolean;
  readonly household: Id<"household">;
  readonly child: Id<"participant">;
  readonly colour: number;
}

/**
 * Reads what the espace holds, as the plan compares it: children with their schooling of that year, adults
 * and households, with what agents corrected by hand. Six statements whatever the number of families.
 */
export async function loadSnapshot(reads: Reads, schoolYear: string): Promise<Snapshot> {
  const children = await childRows(reads, schoolYear);
  const guardians = await guardianRows(reads);
  const households = await householdRows(reads);
  const adults = await reads.rows<AdultMembership>(
    "onde_known_adult_memberships",
    "select household_id as household, guardian_id as guardian, left_on is not null as left from household_guardian",
  );
  const young = await reads.rows<ChildMembership>(
    "onde_known_child_memberships",
    "select household_id as household, participant_id as child, colour, left_on is not null as left from household_participant",
  );
  const corrected = await correctedCells(reads, schoolYear);
  const correctedIn = (id: string) => corrected.get(id) ?? new Map<string, string>();
  const [inside, insideYoung] = [adults.filter(({ left }) => !left), young.filter(({ left }) => !left)];
  const [gone, goneYoung] = [adults.filter(({ left }) => left), young.filter(({ left }) => left)];
  const adultsOf = groupBy(inside, ({ household }) => household);
  const youngOf = groupBy(insideYoung, ({ household }) => household);
  const homesOfAdult = groupBy(inside, ({ guardian }) => guardian);
  const homesOfChild = groupBy(insideYoung, ({ child }) => child);
  const formerHomes = groupBy(gone, ({ guardian }) => guardian);
  const leftOf = groupBy(
    [
      ...gone.map(({ household, guardian }) => ({ household, who: String(guardian) })),
      ...goneYoung.map(({ household, child }) => ({ household, who: String(child) })),
    ],
    ({ household }) => household,
  );
  return {
    children: children.map(({ schoolName, level, className, ...child }) => ({
      ...child,
      households: (homesOfChild.get(child.id) ?? []).map(({ household }) => household),
      schooling:
        schoolName === null || level === null || className === null
          ? undefined
          : { schoolName, level, className },
      latestSchool: child.latestSchool ?? undefined,
      corrected: correctedIn(child.id),
    })),
    guardians: guardians.map((guardian) => ({
      ...guardian,
      households: (homesOfAdult.get(guardian.id) ?? []).map(({ household }) => household),
      formerHouseholds: (formerHomes.get(guardian.id) ?? []).map(({ household }) => household),
      corrected: correctedIn(guardian.id),
    })),
    households: households.map((household) => ({
      ...household,
      guardians: (adultsOf.get(household.id) ?? []).map(({ guardian }) => guardian),
      children: new Map((youngOf.get(household.id) ?? []).map(({ child, colour }) => [child, colour])),
      left: new Set((leftOf.get(household.id) ?? []).map(({ who }) => who)),
      corrected: correctedIn(household.id),
    })),
  };
}
