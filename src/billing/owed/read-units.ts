import type { Rounding } from "#attendance";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** A unit, with its activity. */
export interface KnownUnit {
  readonly id: Id<"unit">;
  readonly name: string;
  readonly code: string;
  readonly activity: { readonly id: Id<"activity">; readonly name: string };
  readonly activityCode: string;
  /** Local minutes. */
  readonly hours: { readonly from: number; readonly to: number };
  readonly hourStep: number | null;
  /** The days that are booked, and given back, together; null: each alone. */
  readonly together: "week" | "season" | null;
  /** Whether anybody ever had a contract there: its time is that of a nursery where no price of its own is told. */
  readonly hasContracts: boolean;
}

/** The units of an authority, and how minutes are counted in them. */
export interface KnownUnits {
  /** Whether days of several months are booked, and given back, together somewhere. */
  readonly hasSeasons: boolean;
  unit(id: Id<"unit">): KnownUnit;
  activityCode(id: Id<"activity">): string | undefined;
  roundingOn(id: Id<"unit">, date: Temporal.PlainDate): Rounding | undefined;
}

interface UnitRow {
  id: Id<"unit">;
  name: string;
  code: string;
  activityId: Id<"activity">;
  activityName: string;
  activityCode: string;
  fromMinute: number;
  toMinute: number;
  hourStep: number | null;
  together: KnownUnit["together"];
  hasContracts: boolean;
}

type RoundingRow = Rounding & { unitId: Id<"unit">; validFrom: Temporal.PlainDate };

/** Reads the units, which are few, and how their minutes are counted: two statements for all places of a batch. */
export async function readUnits(reads: Reads): Promise<KnownUnits> {
  const rows = await reads.rows<UnitRow>(
    "billing_units",
    `select u.unit_id as id, u.unit_name as name, u.unit_code as code, u.activity_id as "activityId",
            u.activity_name as "activityName", u.activity_code as "activityCode",
            (extract(epoch from u.starts_at) / 60)::integer as "fromMinute",
            (extract(epoch from u.ends_at) / 60)::integer as "toMinute", u.hour_step as "hourStep",
            nullif(u.booked_by, 'slot') as together,
            exists (select from bookings_care_contract c where c.unit_id = u.unit_id) as "hasContracts"
     from activities_unit_card u`,
  );
  const roundings = Map.groupBy(
    await reads.rows<RoundingRow>(
      "billing_unit_roundings",
      `select unit_id as "unitId", valid_from as "validFrom", slice, counted from attendance_unit_rounding
       order by unit_id, valid_from`,
    ),
    ({ unitId }) => unitId,
  );
  const units = new Map(
    rows.map(({ activityId, activityName, fromMinute, toMinute, ...unit }) => [
      unit.id,
      {
        ...unit,
        activity: { id: activityId, name: activityName },
        hours: { from: fromMinute, to: toMinute },
      },
    ]),
  );
  const codes = new Map(rows.map(({ activityId, activityCode }) => [activityId, activityCode]));
  return {
    hasSeasons: rows.some(({ together }) => together === "season"),
    activityCode: (id) => codes.get(id),
    unit(id) {
      const unit = units.get(id);
      if (unit === undefined) throw new Error(`No unit ${id}`);
      return unit;
    },
    roundingOn: (id, date) =>
      roundings.get(id)?.findLast(({ validFrom }) => Temporal.PlainDate.compare(validFrom, date) <= 0),
  };
}
