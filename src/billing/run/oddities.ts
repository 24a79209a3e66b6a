import { cents, type Cents, type Id } from "#kernel";
import type { Hole } from "#pricing";

import type { OwedCharge, Unpriced } from "../owed/owed-charges.ts";
import type { Owed, Payer, PayerOfMonth } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";

/** A payer of the month, with what the oddities compare. */
export interface KnownPayer extends PayerOfMonth {
  /** What was invoiced for the month before; null where nothing was. */
  readonly lastMonth: Cents | null;
  /** Whether an invoice could be sent by post. */
  readonly hasAddress: boolean;
}

/** What is odd, in plain facts: told in French on the agent's page. */
export type OddityFacts =
  | {
      readonly kind: "unpriced";
      readonly hole: Hole;
      readonly what: string;
      readonly day: string;
      /** Of whom and of what a fact is missing; an older release did not write them. */
      readonly participant?: Id<"participant">;
      readonly activity?: Id<"activity">;
      readonly unit?: Id<"unit">;
    }
  /** The tariff has no price, and an agent gave one. */
  | {
      readonly kind: "given";
      readonly hole: Hole;
      readonly what: string;
      readonly day: string;
      readonly cents: Cents;
      readonly by: string;
      readonly because: string;
      readonly activity?: Id<"activity">;
      readonly unit?: Id<"unit">;
    }
  | { readonly kind: "no_charge"; readonly bookings: number }
  | { readonly kind: "unattended"; readonly count: number; readonly days: readonly string[] }
  | { readonly kind: "jump"; readonly before: Cents; readonly now: Cents }
  | { readonly kind: "no_qf"; readonly count: number; readonly why: "missing" | "outdated" }
  | { readonly kind: "no_address" }
  /** An accepted dispute that nothing has put right: written at the end of a draft (`disputed-oddities.ts`). */
  | {
      readonly kind: "disputed";
      readonly invoice: Id<"invoice">;
      readonly answer: string;
      readonly what: string;
      readonly day: string;
      readonly month: string;
    }
  /** A price of another month that was left out of its bill, and is billed nowhere yet (`left-out.ts`). */
  | {
      readonly kind: "left_out";
      readonly hole: Hole;
      readonly what: string;
      readonly day: string;
      readonly month: string;
      /** Why an agent left it out. */
      readonly why: string;
    };

/** Something that an agent should look at before the month is issued. */
export interface Oddity {
  readonly payer: Payer;
  /** The source, where there is one. */
  readonly sourceKey: string;
  readonly facts: OddityFacts;
}

/** Below this, a doubled total says nothing: a second meal doubles the first. */
const SMALL: Cents = cents(2000);

/**
 * @rule Ce qu’un agent regarde d’abord avant d’émettre
 *
 * Un prix que personne ne peut dire (il bloque l’émission) ; un payeur qui a des réservations et ne doit rien ; une
 * prestation facturée comme présence alors que l’enfant n’est pas venu ; un total au moins doublé depuis le mois
 * précédent, à partir de 20 € ; un quotient familial absent ou périmé ; un foyer sans adresse ;
 * une contestation acceptée que rien n’a corrigée ; un prix laissé de côté un autre mois, ou donné par un agent.
 *
 * Exemple : une famille payait 64,00 € en octobre 2026 ; novembre fait 130,00 € : son total est montré.
 */
export function odditiesOf(
  payers: readonly KnownPayer[],
  charges: readonly OwedCharge[],
  unpriced: readonly Unpriced[],
): readonly Oddity[] {
  const byPayer = Map.groupBy(charges, ({ payer }) => payerKey(payer));
  const holes = Map.groupBy(unpriced, ({ payer }) => payerKey(payer));
  return [
    ...unpriced.map(unpricedOddity),
    ...charges.flatMap(givenOddity),
    ...payers.flatMap((payer) => {
      const key = payerKey(payer);
      const found = ofPayer(payer, byPayer.get(key) ?? [], holes.has(key));
      return found.map((facts) => ({ payer, sourceKey: "", facts }));
    }),
  ];
}

function unpricedOddity({ payer, sourceKey, participant, activity, unit, day, hole }: Unpriced): Oddity {
  return {
    payer,
    sourceKey,
    facts: {
      kind: "unpriced",
      hole,
      what: whatOf({ participant, activity, unit }),
      day: day.toString(),
      ...(participant === null ? {} : { participant: participant.id }),
      ...offerOf({ activity, unit }),
    },
  };
}

function givenOddity(charge: OwedCharge): readonly Oddity[] {
  const { payer, sourceKey, day, cents: amount, facts } = charge;
  const given = facts.why.find(({ fact }) => fact === "given");
  if (facts.hole === undefined || given?.fact !== "given") return [];
  const { by, because } = given;
  const said = { hole: facts.hole, what: whatOf(charge), day: day.toString(), cents: amount, by, because };
  return [{ payer, sourceKey, facts: { kind: "given", ...said, ...offerOf(charge) } }];
}

const whatOf = ({ participant, activity, unit }: Pick<Owed, "participant" | "activity" | "unit">): string =>
  [participant, activity, unit].flatMap((named) => named?.name ?? []).join(", ");

const offerOf = ({ activity, unit }: Pick<Owed, "activity" | "unit">) => ({
  ...(activity === null ? {} : { activity: activity.id }),
  ...(unit === null ? {} : { unit: unit.id }),
});

function ofPayer(
  { bookings, lastMonth, hasAddress }: KnownPayer,
  charges: readonly OwedCharge[],
  hasHole: boolean,
): readonly OddityFacts[] {
  const found: OddityFacts[] = [];
  const total = charges.reduce((sum, charge) => sum + charge.cents, 0);
  if (bookings > 0 && charges.length === 0 && !hasHole) found.push({ kind: "no_charge", bookings });
  const unattended = charges.filter(({ kind, facts }) => kind === "unit" && facts.attended === false);
  if (unattended.length > 0) {
    const days = unattended.slice(0, 5).map(({ day }) => day.toString());
    found.push({ kind: "unattended", count: unattended.length, days });
  }
  if (lastMonth !== null && total >= SMALL && total >= 2 * lastMonth)
    found.push({ kind: "jump", before: lastMonth, now: cents(total) });
  const noQf = charges.flatMap(({ facts }) => facts.why.find(({ fact }) => fact === "noQf") ?? []);
  const [first] = noQf;
  if (first?.fact === "noQf") found.push({ kind: "no_qf", count: noQf.length, why: first.why });
  if (!hasAddress && (total > 0 || hasHole)) found.push({ kind: "no_address" });
  return found;
}
