import { hoursInSlot, hoursOn, storedWeek } from "#bookings";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { tariffOf, type MonthFacts } from "./month-facts.ts";
import type { MonthPlace } from "./read-places.ts";
import type { KnownUnit } from "./read-units.ts";

/** A contract of a nursery that has days in the month. */
export interface CareContractFacts {
  readonly contractId: Id<"contract">;
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
  readonly participantId: Id<"participant">;
  readonly participantName: string;
  readonly unit: KnownUnit;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** The last day that was signed: later than the last one where it ended early or was changed. */
  readonly agreed: Temporal.PlainDate;
  /** Every day that was agreed and on which the unit has a slot, until the last day that was signed. */
  readonly days: readonly PlannedDay[];
}

/** A day that a contract plans. */
export interface PlannedDay {
  readonly date: Temporal.PlainDate;
  readonly from: number;
  readonly to: number;
  /** Closed, or given back by the authority itself. */
  readonly closed: boolean;
}

/** What the time of a nursery hangs on. */
export interface CareFacts {
  readonly contracts: readonly CareContractFacts[];
  /** The contract that plans the time of a person in a unit around a day. */
  contractOn(place: MonthPlace): CareContractFacts | undefined;
}

/**
 * Whether the time of a place is that of a nursery: its price is the national scale; or somebody had a contract in its
 * unit, and it has no price of its own that day, or one that follows the income, as files said it before « psu ».
 */
export function isCareTime(facts: MonthFacts, place: Pick<MonthPlace, "unit" | "date">): boolean {
  const tariff = tariffOf(facts, place);
  if (tariff?.known?.isCare === true) return true;
  if (!place.unit.hasContracts) return false;
  return tariff?.known === undefined || tariff.asks.income;
}

interface ContractRow {
  contractId: Id<"contract">;
  householdId: Id<"household">;
  guardianId: Id<"guardian">;
  participantId: Id<"participant">;
  participantName: string;
  unitId: Id<"unit">;
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  agreed: Temporal.PlainDate;
  week: unknown;
  adaptingUntil: Temporal.PlainDate | null;
  adaptingWeek: unknown;
}

interface SlotRow {
  unitId: Id<"unit">;
  date: Temporal.PlainDate;
  fromMinute: number;
  toMinute: number;
  closed: boolean;
}

/** Reads the contracts of these households that have days in the month, their days and their rates. */
export async function readCareFacts(
  reads: Reads,
  facts: MonthFacts,
  households: readonly Id<"household">[],
): Promise<CareFacts> {
  const { first, last } = facts.span;
  const rows = await reads.rows<ContractRow>(
    "billing_care_contracts",
    `select c.contract_id as "contractId", c.household_id as "householdId",
            bookings_presence_payer(c.household_id, c.participant_id, c.activity_id, greatest(c.first_day, $2::date))
              as "guardianId",
            c.participant_id as "participantId", coalesce(p.first_name, '') as "participantName", c.unit_id as "unitId",
            c.first_day as first, c.last_day as last,
            c.agreed_last_day as agreed, c.week, c.adapting_until as "adaptingUntil",
            c.adapting_week as "adaptingWeek"
     from bookings_care_contract c
     left join families_participant_card p
       on p.participant_id = c.participant_id and p.household_id = c.household_id
     where c.household_id = any (array(select unnest($1::uuid[]))) and c.first_day <= $3::date and c.last_day >= $2::date
     order by c.household_id, c.participant_id, c.first_day`,
    [households, first.toString(), last.toString()],
  );
  const slots = rows.length === 0 ? [] : await slotsOf(reads, rows, facts);
  const byUnit = Map.groupBy(slots, ({ unitId }) => unitId);
  const excused = rows.length === 0 ? new Set<string>() : await excusedDays(reads, rows);
  const contracts = rows.map((row): CareContractFacts => {
    const { contractId, householdId, guardianId, participantId, participantName } = row;
    return {
      contractId,
      householdId,
      guardianId,
      participantId,
      participantName,
      unit: facts.units.unit(row.unitId),
      first: row.first,
      last: row.last,
      agreed: row.agreed,
      days: plannedDays(row, byUnit.get(row.unitId) ?? [], facts.units.unit(row.unitId).hourStep ?? 30).map(
        (day) => (excused.has(dayKey(row, day.date)) ? { ...day, closed: true } : day),
      ),
    };
  });
  const byPerson = Map.groupBy(
    contracts,
    ({ householdId, participantId }) => `${householdId} ${participantId}`,
  );
  return {
    contracts,
    contractOn: ({ payer, participant, unit, date }) =>
      byPerson
        .get(`${payer.householdId} ${participant.id}`)
        ?.find(
          (one) =>
            one.unit.id === unit.id &&
            Temporal.PlainDate.compare(one.first, date) <= 0 &&
            Temporal.PlainDate.compare(date, one.last) <= 0,
        ),
  };
}

const dayKey = (
  { householdId, participantId, unitId }: Pick<ContractRow, "householdId" | "participantId" | "unitId">,
  date: Temporal.PlainDate,
): string => `${householdId} ${participantId} ${unitId} ${date.toString()}`;

/** The days of these contracts that the authority gave back itself: for their payer they are as closed. */
async function excusedDays(reads: Reads, contracts: readonly ContractRow[]): Promise<ReadonlySet<string>> {
  const rows = await reads.rows<
    Pick<ContractRow, "householdId" | "participantId" | "unitId"> & { date: Temporal.PlainDate }
  >(
    "billing_care_days_excused",
    `select household_id as "householdId", participant_id as "participantId", unit_id as "unitId", date
     from bookings_authority_cancelled
     where household_id = any ($1::uuid[])`,
    [contracts.map(({ householdId }) => householdId)],
  );
  return new Set(rows.map((row) => dayKey(row, row.date)));
}

/** When a contract holds, and where. */
type ContractDays = Pick<ContractRow, "unitId" | "first" | "agreed">;

/** The slots of the units of these contracts, from their first day to the last one that was signed. */
export function slotsOf(
  reads: Reads,
  contracts: readonly ContractDays[],
  { units }: Pick<MonthFacts, "units">,
): Promise<SlotRow[]> {
  const days = contracts.flatMap((one) => [one.first.toString(), one.agreed.toString()]).toSorted();
  const unitIds = [...new Set(contracts.map(({ unitId }) => unitId))];
  return reads.rows<SlotRow>(
    "billing_care_slots",
    `select s.unit_id as "unitId", s.date, s.from_minute as "fromMinute", s.to_minute as "toMinute",
            s.state = 'closed' as closed
     from bookings_slot_card s
     where s.activity_id = any ($1::uuid[]) and s.unit_id = any ($2::uuid[]) and s.date between $3 and $4
     order by s.unit_id, s.date`,
    [unitIds.map((id) => units.unit(id).activity.id), unitIds, days[0] ?? "", days.at(-1) ?? ""],
  );
}

/** The days that a contract plans, until the last one that was signed: its weeks over the slots of its unit. */
export function plannedDays(
  {
    first,
    agreed,
    adaptingUntil,
    ...contract
  }: Pick<ContractRow, "first" | "agreed" | "week" | "adaptingUntil" | "adaptingWeek">,
  slots: readonly SlotRow[],
  step: number,
): readonly PlannedDay[] {
  const terms = {
    firstDay: first,
    lastDay: agreed,
    week: storedWeek.parse(contract.week),
    adapting:
      adaptingUntil === null ? null : { until: adaptingUntil, week: storedWeek.parse(contract.adaptingWeek) },
  };
  return slots.flatMap(({ date, fromMinute, toMinute, closed }) => {
    const agreed = hoursOn(terms, date);
    const hours = agreed && hoursInSlot(agreed, { from: fromMinute, to: toMinute, step });
    return hours === null ? [] : [{ date, ...hours, closed }];
  });
}
