import {
  basketLines,
  familyPlaces,
  householdTurns,
  weekGaps,
  type FamilyPlace,
  type PlaceState,
  type WeekGap,
} from "#bookings";
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
  /** The family said that the child will not come. */
  readonly saidAbsent: boolean;
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
  /** From today on, in the order of the days. */
  readonly places: readonly HomePlace[];
  /** What next week lacks that it usually has. */
  readonly gaps: readonly HomeGap[];
  /** Places that came free and wait for an answer. */
  readonly offers: readonly HomeOffer[];
  /** Places that are kept until they are paid, whose payment is not under way: until when. */
  readonly basket: readonly { readonly heldUntil: Temporal.Instant }[];
  /** Places of full days that are waited for, in the order of the days. */
  readonly waiting: readonly HomeWait[];
}

/** A child's next week without anything, or without an activity that the child usually goes to. */
export interface HomeGap {
  readonly childId: Id<"participant">;
  readonly monday: Temporal.PlainDate;
  readonly empty: boolean;
  readonly activities: readonly string[];
  readonly until: Temporal.Instant;
}

/** A place of the waiting list that is offered. */
export interface HomeOffer {
  readonly firstName: string;
  readonly unitName: string;
  readonly date: Temporal.PlainDate;
  readonly days: number;
  readonly answerUntil: Temporal.Instant;
}

/** A turn on a waiting list. */
export interface HomeWait {
  readonly firstName: string;
  readonly unitName: string;
  /** « Restauration scolaire – Rue » */
  readonly activityName: string;
  readonly date: Temporal.PlainDate;
  readonly days: number;
  /** 1 is the next one; null where it is not told. */
  readonly rank: number | null;
}

interface ChildRow {
  childId: Id<"participant">;
  firstName: string;
  lastName: string;
  colour: number;
  unitId: Id<"unit"> | null;
  unitName: string | null;
  activityId: Id<"activity"> | null;
  activityName: string | null;
  commune: string | null;
}

/** What the children within this reach have from today on: three statements, whose cost is the family's size. */
export async function familyHome(
  reads: Reads,
  reach: FamilyReach,
  now: Temporal.Instant,
): Promise<FamilyHome> {
  const today = parisDate(now);
  const rows = await childrenAndUnits(reads, reach, today);
  const all = await familyPlaces(reads, reach, now);
  const children = childrenOf(rows);
  const known = new Set(children.map(({ id }) => id));
  const turns = await householdTurns(reads, reach);
  const basket = await basketLines(reads, reach, now);
  return {
    today,
    children,
    places: all.filter(({ date }) => Temporal.PlainDate.compare(date, today) >= 0).flatMap(placeOf(rows)),
    gaps: weekGaps(all, today.add({ days: 8 - today.dayOfWeek })).map(gapOf(rows)),
    offers: turns.flatMap(({ participantId, answerUntil, firstName, unitName, date, days }) =>
      answerUntil === null || !known.has(participantId) || Temporal.Instant.compare(answerUntil, now) < 0
        ? []
        : { firstName, unitName, date, days, answerUntil },
    ),
    basket: basket.filter(({ awaits }) => awaits === null),
    waiting: turns.filter(
      ({ state, participantId, date }) =>
        state === "waiting" && known.has(participantId) && Temporal.PlainDate.compare(date, today) >= 0,
    ),
  };
}

const placeOf =
  (rows: readonly ChildRow[]) =>
  (place: FamilyPlace): readonly HomePlace[] => {
    const unit = rows.find((row) => row.unitId === place.unitId);
    if (unit === undefined) return [];
    const { participantId, date, state, saidAbsent, bookUntil, cancelUntil } = place;
    const { unitName, commune } = unit;
    return [
      {
        childId: participantId,
        date,
        place: state,
        saidAbsent,
        bookUntil,
        cancelUntil,
        unitName: unitName ?? "",
        commune: commune ?? "",
      },
    ];
  };

const gapOf =
  (rows: readonly ChildRow[]) =>
  ({ participantId, monday, empty, activityIds, until }: WeekGap): HomeGap => ({
    childId: participantId,
    monday,
    empty,
    activities: activityIds.map((id) => rows.find((row) => row.activityId === id)?.activityName ?? ""),
    until,
  });

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

function childrenAndUnits(reads: Reads, reach: FamilyReach, today: Temporal.PlainDate): Promise<ChildRow[]> {
  return reads.rows<ChildRow>(
    "family_home_children",
    `select p.participant_id as "childId", p.first_name as "firstName", p.last_name as "lastName", p.colour,
            u.unit_id as "unitId", u.unit_name as "unitName", u.activity_id as "activityId",
            u.activity_name as "activityName", u.commune
     from families_participant_card p
     left join bookings_enrolment_card e
       on e.household_id = p.household_id and e.participant_id = p.participant_id and e.last_day >= $2::date
     left join activities_unit_card u on u.activity_id = e.activity_id
     where p.household_id = any (array(select unnest($1::uuid[]))) and p.left_on is null
       and (p.kind = 'child' or u.unit_id is not null)
       and p.participant_id <> all (array(select unnest($3::uuid[])))
     order by p.birth_date, p.first_name, p.participant_id, p.household_id, u.position`,
    [reach.householdIds, today.toString(), reach.withheldIds],
  );
}
