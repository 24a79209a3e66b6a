import { exact, over, partsOf, times } from "../exact.ts";
import type { PerForm, PriceForm } from "./grammar.ts";
import { limitsOf } from "./limits.ts";
import { type Evaluate, measure } from "./measure.ts";
import { amount, hole } from "./price.ts";
import { roundCents } from "./rounding.ts";

/**
 * @rule Prix : par demi-heure, par jour
 *
 * Un prix multiplié par un nombre : chaque demi-heure commencée, chaque jour d'un forfait. La collectivité peut ne
 * compter que les parts entières, et mettre un plancher et un plafond à l'ensemble.
 *
 * Exemple, le 5 janvier 2027 : à 0,48 € la demi-heure, une présence d'une heure et quart compte trois demi-heures,
 * 1,44 €.
 */
export function perPrice(form: PerForm, read: (form: PriceForm) => Evaluate): Evaluate {
  const { of, every = 1, count = "started" } = form;
  const price = read(form.price);
  const limited = limitsOf(form);
  return (reading) => {
    const measured = measure(of, reading);
    if (measured.kind === "hole") return measured;
    if (measured.kind === "highest") return hole({ code: "noHighest" });
    const one = price(reading);
    if (one.kind === "hole") return one;
    const parts = partsOf(measured.value, BigInt(every), count === "started" ? "up" : "down");
    const each =
      reading.rounding.at === "unit" ? over(exact(roundCents(one.exact, reading.rounding)), 100n) : one.exact;
    const { value, limit } = limited(times(each, { n: parts, d: 1n }));
    return amount(value, [
      ...one.facts,
      { fact: "per", of, value: measured.text, every, count: parts.toString(), limit },
    ]);
  };
}
