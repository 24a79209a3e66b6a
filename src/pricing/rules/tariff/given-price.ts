import { cents } from "#kernel";

import type { GivenPrice } from "./charge-facts.ts";
import type { Price } from "./price.ts";

/**
 * @rule Le prix donné par un agent, là où le tarif n’en dit pas
 *
 * Un tarif ne change pas pour un jour passé. Si un prix y manque (une tranche oubliée, une donnée que personne n’a), un
 * agent le donne, avec une raison que la famille lit. Ce prix comprend tout : suppléments et pénalités aussi. Il vaut tant
 * que le tarif n’en dit pas, pour la même cause ; il suit toutes les facturations du mois.
 *
 * Exemple : le 26 novembre 2026, aucune tranche ne contient le quotient 640. Le 1er décembre, un agent fixe le repas à
 * 2,60 € : « Prix fixé par Hélène Caron le mardi 1er décembre 2026, parce que le tarif n’en dit pas : tranche oubliée ».
 */
export function givenPrice({ euros, by, on, because }: GivenPrice): Price {
  const total = cents(Math.round(Number(euros) * 100));
  return {
    kind: "price",
    total,
    tariff: { name: null, firstDay: null, lastDay: null },
    lines: [{ what: "unit", name: null, cents: total, facts: [{ fact: "given", by, on, because }] }],
  };
}
