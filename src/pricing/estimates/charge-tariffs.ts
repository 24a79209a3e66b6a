import type { Id } from "#kernel";

import { type AbsenceRule, type PenaltyRule } from "../rules/tariff/grammar.ts";
import type { PsuTables } from "../rules/psu/psu-tables.ts";
import { readTariff, type Tariff } from "../rules/tariff/tariff.ts";
import { holdsOn, type Scoped } from "../ruleset/scoped.ts";
import { priceSections } from "../ruleset/section.ts";
import type { FeeEntry } from "../ruleset/stored/stored-fees.ts";
import { withActivity } from "../ruleset/stored/tariff-versions.ts";
import type { KnownTariff, KnownTariffs, UnitOnDay, VersionRow } from "./known-tariff.ts";

/** The tariff of a unit on a day, with the penalties and the absences that hold then. */
export interface ChargeTariff {
  /** What every day of the tariff has in common; undefined where the unit has no price that day. */
  readonly known: KnownTariff | undefined;
  readonly tariff: Tariff | undefined;
  readonly penalties: readonly PenaltyRule[];
  readonly absences: readonly AbsenceRule[];
  /** Whether a fact decides that nobody keeps for each booking: a meal brought, a category, a quotient, an income. */
  readonly asks: Readonly<Record<"ownMeal" | "category" | "income", boolean>>;
}

/** A card or a file, as it holds on a day. */
export interface KnownFee {
  readonly entry: FeeEntry;
  readonly tariff: Tariff;
}

/** What charges need of the tariffs, besides prices. */
export interface ChargeTariffs {
  chargedOn(unit: UnitOnDay): ChargeTariff;
  /** The national scale of nurseries for a unit, whatever its own price: with the absences that hold that day. */
  caredOn(unit: UnitOnDay): ChargeTariff;
  /** The cards and files that hold on a day. */
  feesOn(date: Temporal.PlainDate): readonly KnownFee[];
  /** Whether a penalty asks how many times it was. */
  readonly countsTimes: boolean;
  /** Whether some price follows what a household earns. */
  readonly followsIncome: boolean;
  /** Whether something may be taken besides a place. */
  readonly asksSupplements: boolean;
  /** Whether a place that is given back too late may cost something. */
  readonly asksLateCancellations: boolean;
  /** Whether an absence is counted in school days. */
  readonly countsSchoolDays: boolean;
  /** The activities, by code, that ever had a card or a file. */
  readonly feeActivities: readonly string[];
  /** The activities with a price for more than a slot: a month, a season. */
  readonly flatActivities: readonly Id<"activity">[];
}

/** A card or a file from a day on; null: from then on there is none. */
export interface FeeRow {
  readonly code: string;
  readonly validFrom: Temporal.PlainDate;
  readonly entry: unknown;
}

/** Reads what charges need, once for all of them between two changes of the tariffs. */
export function chargeTariffs(
  known: KnownTariffs,
  versions: readonly VersionRow[],
  feeRows: readonly FeeRow[],
  psu: PsuTables,
): ChargeTariffs {
  const sections = Map.groupBy(versions, ({ activityId, section }) => `${activityId} ${section}`);
  const told = new Map<string, ChargeTariff>();
  const read = new Map<string, Tariff>();
  const fees = feesByCode(feeRows);
  const chargedOn = (unit: UnitOnDay): ChargeTariff => {
    const key = `${unit.activityId} ${unit.unitCode} ${unit.date.toString()}`;
    const before = told.get(key);
    if (before !== undefined) return before;
    const found = chargeTariffOf(known.tariffOn(unit), { ...rulesOn(sections, unit), psu }, read);
    told.set(key, found);
    return found;
  };
  return {
    chargedOn,
    caredOn(unit) {
      const found = chargedOn(unit);
      if (found.known?.isCare === true) return found;
      const { absences, penalties } = found;
      return { ...found, tariff: readTariff({ price: { kind: "psu" } }, { absences, penalties, psu }) };
    },
    feesOn: (date) =>
      fees.flatMap((own) => {
        const held = own.findLast(({ validFrom }) => Temporal.PlainDate.compare(validFrom, date) <= 0)?.fee;
        return held === undefined || held === null || !holdsOn(held.entry, date) ? [] : [held];
      }),
    countsTimes: says(versions, /"(?:fromTime|toTime)"/),
    followsIncome: says(versions, /"(?:monthlyIncome|annualIncome)"/),
    asksSupplements: says(versions, /"supplements"/),
    asksLateCancellations: says(versions, /"lateCancellation"/),
    countsSchoolDays: says(versions, /"counted":\s*"school"/),
    feeActivities: [...new Set(fees.flatMap((own) => own.flatMap(({ fee }) => fee?.entry.activities ?? [])))],
    flatActivities: [
      ...new Set(
        versions.flatMap(({ activityId, section, entries }) =>
          section === "prices" && entries.some(isFlat) ? [activityId] : [],
        ),
      ),
    ],
  };
}

function says(versions: readonly VersionRow[], word: RegExp): boolean {
  return versions.some(({ entries }) => word.test(JSON.stringify(entries)));
}

function isFlat(entry: unknown): boolean {
  const [read] = priceSections.prices.parse([withActivity(entry, "a")]) ?? [];
  return read?.every === "month" || read?.every === "season";
}

type Rules = Pick<ChargeTariff, "penalties" | "absences">;

function rulesOn(
  sections: ReadonlyMap<string, readonly VersionRow[]>,
  { activityId, unitCode, date }: UnitOnDay,
): Rules {
  const entries = (section: VersionRow["section"]) =>
    sections
      .get(`${activityId} ${section}`)
      ?.findLast(({ validFrom }) => Temporal.PlainDate.compare(validFrom, date) <= 0)
      ?.entries.map((entry) => withActivity(entry, "a")) ?? [];
  const holds = (entry: Scoped) => (entry.units?.includes(unitCode) ?? true) && holdsOn(entry, date);
  return {
    penalties: (priceSections.penalties.parse(entries("penalties")) ?? []).filter(holds),
    absences: (priceSections.absences.parse(entries("absences")) ?? []).filter(holds),
  };
}

function chargeTariffOf(
  known: KnownTariff | undefined,
  { psu, ...rules }: Rules & { readonly psu: PsuTables },
  read: Map<string, Tariff>,
): ChargeTariff {
  const key = JSON.stringify([known?.text, rules]);
  const tariff = known && (read.get(key) ?? readTariff(withoutEvery(known), { ...rules, psu }));
  if (tariff !== undefined) read.set(key, tariff);
  const says = (word: string) => key.includes(word);
  return {
    known,
    tariff,
    ...rules,
    asks: {
      ownMeal: says('\\"ownMeal\\"') || says('"ownMeal"'),
      category: says('\\"category\\"') || says('"category"'),
      income: says('\\"monthlyIncome\\"') || says('\\"annualIncome\\"'),
    },
  };
}

/** A charge counts who is regular, and which instalment it is: all of the entry is read. */
function withoutEvery({ entry }: KnownTariff) {
  const { every: _, ...terms } = entry;
  return terms;
}

function feesByCode(rows: readonly FeeRow[]) {
  const read = rows.map(({ code, validFrom, entry }) => {
    const [fee] = entry === null ? [] : (priceSections.fees.parse([entry]) ?? []);
    return {
      code,
      validFrom,
      fee:
        fee === undefined ? null : { entry: fee, tariff: readTariff(fee, { penalties: [], absences: [] }) },
    };
  });
  return [...Map.groupBy(read, ({ code }) => code).values()];
}
