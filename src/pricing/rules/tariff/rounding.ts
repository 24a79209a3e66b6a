import { type Cents, cents } from "#kernel";

import { type Exact, floorOf } from "../exact.ts";
import type { Rounding } from "./grammar.ts";

/** As usual: the half cent goes up, once for the line. */
export const HALF_UP_AT_LINE: Rounding = { mode: "halfUp", to: "0.01", at: "line" };

const STEP = { "0.01": 1n, "0.05": 5n, "0.10": 10n } as const;

/**
 * @rule Prix : l'arrondi
 *
 * Un prix est calculé exactement, puis arrondi une fois, à la ligne : au centime le plus proche, le demi-centime vers
 * le haut. La collectivité peut arrondir à cinq ou dix centimes, toujours vers le haut ou vers le bas, ou dès le prix
 * d'une demi-heure. Un total est la somme de lignes arrondies.
 *
 * Exemple, au 1er septembre 2026 : 0,80 % d'un quotient de 1409 font 11,272 €, donc 11,27 € ; d'un quotient de 1410,
 * 11,28 €. 0,55 % de 579 font 3,1845 €, donc 3,18 € ; 3,185 € feraient 3,19 €.
 */
export function roundCents({ n, d }: Exact, { mode, to }: Rounding): Cents {
  const step = STEP[to];
  const [hundredfold, whole] = [n * 100n, d * step];
  return cents(Number(steps(hundredfold, whole, mode) * step));
}

function steps(n: bigint, d: bigint, mode: Rounding["mode"]): bigint {
  switch (mode) {
    case "halfUp":
      return floorOf(2n * n + d, 2n * d);
    case "up":
      return -floorOf(-n, d);
    case "down":
      return floorOf(n, d);
  }
}
