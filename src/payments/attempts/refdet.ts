import type { InvoiceNumber } from "#billing";

/** PayFiP takes 6 to 30 letters and digits. */
const LONGEST = 30;

/**
 * @rule La référence d’un paiement en ligne
 *
 * Des chiffres seulement, pour être lue sur un relevé de compte : l’année et le numéro de la (première) facture, puis le
 * numéro de la tentative. Aucune ne sert deux fois.
 *
 * Exemple : la 15ᵉ tentative, pour la facture F-2026-000214 : 202600021400000015.
 */
export function refdet({ year, number }: Pick<InvoiceNumber, "year" | "number">, attempt: number): string {
  const made = `${year}${String(number).padStart(6, "0")}${String(attempt).padStart(8, "0")}`;
  if (made.length > LONGEST) throw new Error(`Too long a reference: ${made}`);
  return made;
}
