import { cents, type Cents } from "#kernel";

import { exact, type Exact, over, partsOf, plus, times, ZERO } from "../exact.ts";
import { changeOf } from "./change.ts";
import type { ChargedEvent, ChargeFacts } from "./charge-facts.ts";
import type { PenaltyRule, Rounding } from "./grammar.ts";
import { type Hole, hole, type PriceLine } from "./price.ts";
import { roundCents } from "./rounding.ts";
import { holds, whenFacts } from "./when.ts";

const MINUS_ONE: Exact = { n: -1n, d: 1n };

/**
 * @rule Prix : les pénalités
 *
 * Une venue sans réservation, une réservation ou une annulation hors délai, un départ en retard peuvent coûter en
 * plus : une somme, un facteur, un pourcentage, une somme par quart d'heure commencé, ou un prix qui remplace celui de
 * la séance ; chaque fois, ou à partir de la n-ième. La pénalité est une ligne à part, comptée sur le prix arrondi.
 * Elle s'ajoute à celle de la séance ; celle d'une annulation hors délai est seule, et dit tout ce qui est dû.
 *
 * Exemple : « la quatrième fois, 15 € » ne coûte rien aux trois premiers retards de l'année, et 15 € le 12 janvier
 * 2027 si c'est le quatrième. « Sans réservation, le double » : un repas à 3,10 € en coûte 6,20, dont 3,10 de
 * pénalité. Une place annulée hors délai n'est plus due, la pénalité seule l'est : « 50 % du prix de la séance »
 * d'un repas à 3,10 €, annulé le lundi 9 novembre 2026 après le vendredi 6 à 12 h, coûtent 1,55 € ; « le prix de la
 * séance, multiplié par 2 », 6,20 €. Les jours d'une semaine qui se réserve en entier, rendus en une fois, font une seule
 * pénalité : une somme est due une fois, un pourcentage se compte sur le prix de ces jours ensemble.
 *
 * In: the price of the slot as its line has it, rounded.
 */
export function penaltyLines(
  penalties: readonly PenaltyRule[],
  facts: ChargeFacts,
  slotPrice: Cents,
  rounding: Rounding,
): readonly PriceLine[] | Hole {
  const lines: PriceLine[] = [];
  for (const event of facts.events ?? []) {
    for (const rule of penalties) {
      if (rule.on !== event.on) continue;
      const applies = appliesTo(rule, event, facts);
      if (typeof applies === "object") return hole({ code: "missingFact", fact: applies.missing });
      if (!applies) continue;
      const { cancelled } = facts;
      const priced = cents(slotPrice * (cancelled?.slots ?? 1));
      const price = over({ n: BigInt(priced), d: 1n }, 100n);
      const due = cancelled === undefined ? moreOf(rule, event, price) : dueOf(rule, price);
      const line = lineOf(rule, event, roundCents(due, rounding), cancelled && { ...cancelled, priced });
      lines.push(waivable(line, event.waived ?? cancelled?.waived));
    }
  }
  return lines;
}

function appliesTo(rule: PenaltyRule, { time, minutes, paidWithSibling }: ChargedEvent, facts: ChargeFacts) {
  const { fromTime, toTime, everyMinutes, graceMinutes, per, when = {} } = rule;
  if (per === "family" && paidWithSibling === true) return false;
  if ((fromTime !== undefined || toTime !== undefined) && time === undefined) return { missing: "time" };
  if ((time ?? 1) < (fromTime ?? 1) || (time ?? 1) > (toTime ?? Infinity)) return false;
  if ((everyMinutes ?? graceMinutes) !== undefined && minutes === undefined) return { missing: "minutes" };
  if (graceMinutes !== undefined && (minutes ?? 0) <= graceMinutes) return false;
  return holds(when, whenFacts(facts));
}

function moreOf(rule: PenaltyRule, { minutes = 0 }: ChargedEvent, price: Exact): Exact {
  const less = times(price, MINUS_ONE);
  if (rule.instead !== undefined) return plus(exact(rule.instead), less);
  if (rule.everyMinutes === undefined) return plus(changeOf(rule)(price), less);
  const parts = partsOf({ n: BigInt(minutes), d: 1n }, BigInt(rule.everyMinutes), "up");
  return times(rule.plus === undefined ? ZERO : exact(rule.plus), { n: parts, d: 1n });
}

/** What is due for a place that is not: a sum, or a part of what it would have cost. */
function dueOf({ plus: euros, times: factor, percent, instead }: PenaltyRule, price: Exact): Exact {
  const sum = instead ?? euros;
  if (sum !== undefined) return exact(sum);
  return factor === undefined ? over(times(exact(percent ?? "0"), price), 100n) : times(exact(factor), price);
}

function lineOf(
  rule: PenaltyRule,
  { time, minutes }: ChargedEvent,
  cents: Cents,
  cancelled: (NonNullable<ChargeFacts["cancelled"]> & { readonly priced: Cents }) | undefined,
): PriceLine {
  const { on, name, instead, everyMinutes, fromTime, plus: euros, times: factor, percent } = rule;
  const change = {
    ...(euros === undefined ? {} : { plus: euros }),
    ...(factor === undefined ? {} : { times: factor }),
    ...(percent === undefined ? {} : { percent }),
    ...(instead === undefined ? {} : { instead }),
    ...(everyMinutes === undefined ? {} : { everyMinutes }),
  };
  return {
    what: "penalty",
    name: name ?? null,
    cents,
    facts: [
      {
        fact: "penalty",
        on,
        change,
        time: time ?? null,
        fromTime: fromTime ?? null,
        minutes: minutes ?? null,
        ...(cancelled === undefined
          ? {}
          : {
              cancelled: {
                at: moment(cancelled.at),
                until: moment(cancelled.until),
                ...(cancelled.slots === undefined ? {} : { slots: cancelled.slots }),
              },
              price: cancelled.priced,
            }),
      },
    ],
  };
}

/** A penalty that an agent does not ask costs nothing, and says why: the family reads that it was let off. */
function waivable(line: PriceLine, because: string | undefined): PriceLine {
  if (because === undefined) return line;
  const facts = line.facts.map((fact) =>
    fact.fact === "penalty" ? { ...fact, waived: { because, cents: line.cents } } : fact,
  );
  return { ...line, cents: cents(0), facts };
}

const moment = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: "minute" });

/** The penalties that these facts do not exclude, whatever would have to happen; what nobody knows may hold. */
export function penaltiesFor(penalties: readonly PenaltyRule[], facts: ChargeFacts): readonly PenaltyRule[] {
  const known = whenFacts(facts);
  return penalties.filter(({ when = {} }) => {
    const { booked, ...before } = when;
    // How it was booked is what has not happened yet: only the rest decides.
    return booked === undefined ? holds(when, known) !== false : holds(before, known) !== false;
  });
}
