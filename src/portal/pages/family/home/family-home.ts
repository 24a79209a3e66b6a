import { planningCells, placeState, type PlaceState } from "#bookings";
import type { FamilyReach } from "#identity";
import { parisDate, type Id } from "#kernel";
import { childColour, type ChildColour, type Reads } from "#platform";

/** A child, or an adult who may book for himself. */
export interface HomeChild {
  readonly id: Id<"participant">;
  readonly name: string;
  readonly initials: string;
  readonly colour: ChildColour;
  /** Whether an enrolment holds today or later. */
  readonly enrolled: boolean;
}

/** What one child has, or could have, on one day. */
export interface HomePlace {
  readonly childId: Id<"participant">;
  readonly date: Temporal.PlainDate;
  readonly place: PlaceState;
  readonly bookUntil: Temporal.Instant;
  readonly cancelUntil: Temporal.Instant;
  /** « Repas » */
  readonly unitName: string;
  /** « Rue » */
  readonly commune: string;
}

/** What the home page of a family is drawn from. */
export interface FamilyHome {
  readonly today: Temporal.PlainDate;
  readonly children: readonly HomeChild[];
  /** In the order of the days. */
  readonly places: readonly HomePlace[];
}

/** How far the page looks: beyond the longest holidays within a school year, two weeks. */
const DAYS_AHEAD = 27;

interface ChildRow {
  childId: Id<"participant">;
  firstName: string;
  lastName: string;
  colour: number;
  unitId: Id<"unit"> | null;
  unitName: string | null;
  commune: string | null;
}

/** What the children within this reach have from today on: two statements, whose cost is the family's size. */
export async function familyHome(
  reads: Reads,
  reach: FamilyReach,
  now: Temporal.Instant,
): Promise<FamilyHome> {
  const today = parisDate(now);
  const rows = await childrenAndUnits(reads, reach, today);
  const cells = await planningCells(reads, reach, today, today.add({ days: DAYS_AHEAD }));
  const places = cells.flatMap((cell) => {
    const unit = rows.find((row) => row.unitId === cell.unitId);
    if (unit === undefined) return [];
    const { date, bookUntil, cancelUntil } = cell;
    const { unitName, commune } = unit;
    const place = placeState(cell, cell.held, now, today);
    return {
      childId: cell.participantId,
      date,
      place,
      bookUntil,
      cancelUntil,
      unitName: unitName ?? "",
      commune: commune ?? "",
    };
  });
  return { today, children: childrenOf(rows), places };
}

/** Each child once, also one of two households; the eldest first. */
function childrenOf(rows: readonly ChildRow[]): readonly HomeChild[] {
  return [...Map.groupBy(rows, (row) => row.childId).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { childId, firstName, lastName, colour } = first;
    return {
      id: childId,
      name: firstName,
      initials: `${firstName.charAt(0)}${lastName.charAt(0)}`.toLocaleUpperCase("fr-FR"),
      colour: childColour(colour - 1),
      enrolled: own.some((row) => row.unitId !== null),
    };
  });
}

function childrenAndUnits(
  reads: Reads,
  reach: FamilyReach,
  today: Temporal.PlainDate,
): Promise<ChildRow[]> {
  return reads.rows<ChildRow>(
    "family_home_children",
    `select p.participant_id as "childId", p.first_name as "firstName", p.last_name as "lastName", p.colour,
            u.unit_id as "unitId", u.unit_name as "unitName", u.commune
     from families_participant_card p
     left join bookings_enrolment_card e
       on e.household_id = p.household_id and e.participant_id = p.participant_id and e.last_day >= $2::date
     left join activities_unit_card u on u.activity_id = e.activity_id
     where p.household_id = any (array(select unnest($1::uuid[]))) and (p.kind = 'child' or u.unit_id is not null)
       and p.participant_id <> all (array(select unnest($3::uuid[])))
     order by p.birth_date, p.first_name, p.participant_id, p.household_id, u.position`,
    [reach.householdIds, today.toString(), reach.withheldIds],
  );
}
