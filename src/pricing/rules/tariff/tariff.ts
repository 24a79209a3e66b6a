import type { PsuTables } from "../psu/psu-tables.ts";
import { adjusted } from "./adjustments.ts";
import { readForm } from "./form.ts";
import type { AbsenceRule, PenaltyRule, PriceForm, PsuForm, Rounding, TariffTerms } from "./grammar.ts";
import type { Reading } from "./measure.ts";
import type { Amount, Hole, Price } from "./price.ts";
import { HALF_UP_AT_LINE } from "./rounding.ts";
import { withQf } from "./with-qf.ts";

/** A price that was read, with the rule for a missing quotient in it. */
export type ReadPrice = (reading: Omit<Reading, "qf">) => Amount | Hole;

/** A tariff that was read once, to price many charges. */
export interface Tariff {
  readonly told: Price["tariff"];
  readonly rounding: Rounding;
  readonly regularFrom: number | null;
  readonly instalments: number | null;
  readonly price: ReadPrice;
  readonly supplements: ReadonlyMap<string, { readonly name: string; readonly price: ReadPrice }>;
  readonly penalties: readonly PenaltyRule[];
  readonly absences: readonly AbsenceRule[];
  /** The price of a nursery, where that is what it is; null: another form. */
  readonly care: PsuForm | null;
  readonly psu: PsuTables | undefined;
  /** The price of an absence that has one of its own. */
  absencePrice(form: PriceForm): ReadPrice;
}

/** The rules of the same activity that hold on the same days as a tariff. */
export interface TariffRules {
  readonly penalties: readonly PenaltyRule[];
  readonly absences: readonly AbsenceRule[];
  /** The scale of nurseries, with the authority's own floors and ceilings. */
  readonly psu?: PsuTables;
}

/** The days for which terms hold; without an end, there is none. */
export interface Days {
  readonly firstDay?: string;
  readonly lastDay?: string;
}

/** Reads the terms of a tariff, whole. They are those of a file that `check` accepted. */
export function readTariff(terms: TariffTerms & Days, { penalties, absences, psu }: TariffRules): Tariff {
  const priceOfForm = (form: PriceForm) => withQf(readForm(form), terms);
  const own = new Map(
    absences.flatMap(({ billed }) =>
      typeof billed === "object" ? [[billed.price, priceOfForm(billed.price)] as const] : [],
    ),
  );
  return {
    told: {
      name: terms.name ?? null,
      firstDay: terms.firstDay ?? null,
      lastDay: terms.lastDay ?? null,
    },
    rounding: { ...HALF_UP_AT_LINE, ...terms.rounding },
    regularFrom: terms.regular?.fromDaysAMonth ?? null,
    instalments: terms.instalments ?? null,
    price: withQf(adjusted(readForm(terms.price), terms.adjustments ?? []), terms),
    supplements: new Map(
      (terms.supplements ?? []).map(({ code, name, price }) => [code, { name, price: priceOfForm(price) }]),
    ),
    penalties,
    absences,
    care: typeof terms.price === "object" && terms.price.kind === "psu" ? terms.price : null,
    psu,
    absencePrice: (form) => own.get(form) ?? priceOfForm(form),
  };
}
