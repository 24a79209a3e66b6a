import { cents, type Cents } from "#kernel";

/** How far the cash of a régie is from its ceiling. */
export type CashState =
  | { readonly kind: "below" }
  | { readonly kind: "near"; readonly left: Cents }
  | { readonly kind: "over"; readonly by: Cents };

/** From this share of the ceiling on, it is told. */
const NEAR = 0.8;

/**
 * @rule Le plafond de la caisse
 *
 * Les espèces d’une régie ne dépassent pas le plafond de son acte : au-delà, il faut les verser. La caisse le dit dès
 * 80 % du plafond, avant d’encaisser ce qui le ferait dépasser, et tant qu’il est dépassé ; elle n’empêche pas d’encaisser.
 *
 * Exemple : plafond de 500,00 €, 430,00 € en caisse : « Il reste 70,00 € avant le plafond ». 90,00 € de plus : la page dit
 * que le plafond serait dépassé de 20,00 €.
 */
export function cashState(cash: Cents, ceiling: Cents): CashState {
  if (cash > ceiling) return { kind: "over", by: cents(cash - ceiling) };
  return cash >= ceiling * NEAR ? { kind: "near", left: cents(ceiling - cash) } : { kind: "below" };
}
