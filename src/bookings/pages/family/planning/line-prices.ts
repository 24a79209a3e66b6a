import { cents as wholeCents, formatCents, type Cents } from "#kernel";
import { holeForFamily, type Estimate } from "#pricing";

import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import type { PlanningLine } from "../../../planning/planning-lines.ts";
import type { HourLine } from "./hour-lines.ts";
import type { ShownCell } from "./shown-cell.ts";
import { texts } from "./texts.fr.ts";

/** What a line of the planning costs, said once for all its boxes. */
export interface LinePrice {
  /** « 3,90 € », « de 3,20 € à 3,90 € », « selon votre quotient ». */
  readonly words: string;
  /** What one box costs, where all cost the same. */
  readonly cents: Cents | null;
  /** The line whose hours the price supposes; null where the hours are the unit's. */
  readonly hours: number | null;
}

/** The prices of a planning. */
export interface ShownPrices {
  /** One a line of the planning; null where nothing is said of prices. */
  readonly lines: readonly (LinePrice | null)[];
  /** What a box costs, where it is not what the others of its line cost. */
  readonly apart: ReadonlyMap<ShownCell, Cents>;
}

const NOTHING = wholeCents(0);

type Priced = Pick<FamilyPlanning, "lines" | "packages" | "estimate">;

/** Says what the boxes of a planning cost: from memory, whatever their number. */
export function shownPrices(
  { lines, packages, estimate }: Priced,
  cells: readonly ShownCell[],
  hours: readonly HourLine[],
): ShownPrices {
  const apart = new Map<ShownCell, Cents>();
  if (estimate === undefined) return { lines: lines.map(() => null), apart };
  const own = Map.groupBy(cells, ({ participantId, unitId }) => `${participantId} ${unitId}`);
  const wholes = new Map(
    packages.flatMap((whole) => whole.slotIds.map((id) => [`${whole.participantId} ${id}`, whole] as const)),
  );
  const prices = lines.map((line, index): LinePrice | null => {
    const chosen = hours.find((one) => one.line === index);
    const usual = chosen?.usual;
    const byHours = chosen !== undefined && chosen.times.length > 0;
    const told = (own.get(`${line.participantId} ${line.unitId}`) ?? []).map((cell) => {
      const whole = wholes.get(`${cell.participantId} ${cell.slotId}`);
      const { from, to } = cell.hours ?? usual ?? cell.unitHours;
      const place = { ...line, date: whole?.firstDay ?? cell.date, days: whole?.slotIds.length ?? 1 };
      const found = estimate({ ...place, minutes: to - from });
      // Where hours are chosen, the most that a day may cost: all those of the unit.
      const most = byHours ? estimate({ ...place, minutes: cell.unitHours.to - cell.unitHours.from }) : found;
      return { cell, found, most, cents: boxCents(line, found, whole?.slotIds.length ?? 1) };
    });
    const usualCents = commonest(told.flatMap(({ cents }) => (cents === null ? [] : [cents])));
    for (const { cell, cents } of told) {
      // To ask for a turn on the waiting list costs nothing yet.
      const due = cell.place.kind === "full" || cell.place.kind === "waiting" ? NOTHING : cents;
      if (due !== null && due !== usualCents && cell.position !== null) apart.set(cell, due);
    }
    const words = priceWords(
      line,
      told.map(({ most }) => most),
      byHours,
    );
    return words === null
      ? null
      : { words, cents: usualCents ?? null, hours: usual === undefined ? null : index };
  });
  return { lines: prices, apart };
}

/** What ticking one box costs; null where nobody can say, or where it is paid apart: by the month. */
function boxCents({ bookedBy }: PlanningLine, found: Estimate, days: number): Cents | null {
  if (found.kind === "hole") return null;
  const { every, cents } = found;
  if (every === "slot") return wholeCents(cents * days);
  return every === bookedBy ? cents : null;
}

function priceWords(
  { seasonName }: PlanningLine,
  found: readonly Estimate[],
  byHours: boolean,
): string | null {
  const told = found.flatMap((one) => (one.kind === "hole" ? [] : [one]));
  const known = told.filter(({ byContract }) => byContract !== true);
  if (known.length === 0 && told.length > 0) return texts.prices.byContract;
  const [first] = known;
  if (first === undefined) {
    const [hole] = found;
    return hole?.kind === "hole" ? holeForFamily(hole) : null;
  }
  const all = known.map(({ cents }) => cents).toSorted((a, b) => a - b);
  const [least = first.cents, most = first.cents] = [all[0], all.at(-1)];
  const contract = known.length < told.length ? texts.prices.contractDays : "";
  if (byHours && most > 0 && first.every === "slot")
    return `${texts.prices.upTo(formatCents(most))}${contract}`;
  const amount =
    least === most ? amountWords(least) : texts.prices.between(formatCents(least), formatCents(most));
  const every = first.every === "season" ? texts.prices.season(seasonName) : texts.prices.every[first.every];
  return `${amount}${every}${contract}`;
}

/** « 3,90 € », « gratuit ». */
function amountWords(price: Cents): string {
  return price === 0 ? texts.prices.free : formatCents(price);
}

function commonest(all: readonly Cents[]): Cents | undefined {
  const groups = [...Map.groupBy(all, (one) => one).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}
