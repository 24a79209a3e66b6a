import { exact } from "../exact.ts";
import type { ChargeFacts, KnownQf } from "./charge-facts.ts";
import { flatPrice } from "./flat-price.ts";
import type { QfRule, TariffTerms } from "./grammar.ts";
import type { Evaluate, QfReading, Reading } from "./measure.ts";
import { amount, type Amount, type Hole, hole, type PriceFact } from "./price.ts";

/**
 * @rule Prix : sans quotient familial
 *
 * Un quotient vaut d'un jour à un autre. Quand aucun ne vaut le jour de la séance, la collectivité a choisi : le prix
 * le plus haut, un quotient d'office, un prix d'office ou, s'il est seulement périmé, le dernier connu. Sans choix,
 * il n'y a pas de prix. Un prix qui ne dépend pas du quotient n'en a pas besoin.
 *
 * Exemple : un quotient de 640 connu jusqu'au 31 janvier 2027 et « périmé : le prix le plus haut ». Le repas du
 * vendredi 29 janvier est au prix de 640, celui du lundi 1er février au plus haut.
 */
export function withQf(
  price: Evaluate,
  { missingQf, outdatedQf = missingQf }: Pick<TariffTerms, "missingQf" | "outdatedQf">,
): (reading: Omit<Reading, "qf">) => Amount | Hole {
  return (reading) => {
    const { facts } = reading;
    const qf = qfOn(facts);
    const found = price({ ...reading, qf });
    if (found.kind === "amount") return told(found, facts.qf);
    if (found.code !== "noQf") return found;
    const rule = found.why === "missing" ? missingQf : outdatedQf;
    if (rule === undefined) return found;
    const ruled = byRule(rule, reading, price);
    const until = found.why === "missing" ? undefined : facts.qf?.until;
    const fact: PriceFact = { fact: "noQf", why: found.why, rule, until: until?.toString() ?? null };
    return ruled.kind === "hole" ? ruled : amount(ruled.exact, [fact, ...ruled.facts]);
  };
}

function qfOn({ qf, date }: ChargeFacts): QfReading {
  if (qf === undefined || Temporal.PlainDate.compare(date, qf.from) < 0)
    return { kind: "none", why: "missing" };
  if (qf.until !== undefined && Temporal.PlainDate.compare(qf.until, date) < 0)
    return { kind: "none", why: "outdated" };
  return { kind: "value", value: exact(qf.value), text: qf.value };
}

function byRule(rule: QfRule, reading: Omit<Reading, "qf">, price: Evaluate): Amount | Hole {
  if (rule === "highest") return price({ ...reading, qf: { kind: "highest" } });
  if (rule === "lastKnown") {
    const { qf } = reading.facts;
    if (qf === undefined) return hole({ code: "noQf", why: "missing" });
    const found = price({ ...reading, qf: { kind: "value", value: exact(qf.value), text: qf.value } });
    return found.kind === "hole" ? found : told(found, qf);
  }
  if ("qf" in rule)
    return price({ ...reading, qf: { kind: "value", value: exact(rule.qf), text: String(rule.qf) } });
  return flatPrice(rule.price)({ ...reading, qf: { kind: "highest" } });
}

/** The quotient and its days, where the amount hangs on it. */
function told(found: Amount, qf: KnownQf | undefined): Amount {
  if (qf === undefined || !found.facts.some((one) => "of" in one && one.of === "qf")) return found;
  const fact: PriceFact = {
    fact: "qf",
    value: qf.value,
    from: qf.from.toString(),
    until: qf.until?.toString() ?? null,
  };
  return amount(found.exact, [fact, ...found.facts]);
}
