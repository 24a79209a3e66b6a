import { countOf, formatCents, type Cents } from "#kernel";

/** « 3 081,03 € de 105 payeurs » */
const sum = (payers: number, amount: Cents) => `${formatCents(amount)} de ${countOf(payers, "payeur")}`;

/** Words of what waited since other runs: under the threshold of a claim. */
export const waitedTexts = {
  joining: (payers: number, amount: Cents) =>
    `${sum(payers, amount)}, en attente depuis un mois précédent, seront sur ces factures. Les totaux par service et par payeur ne les comptent pas.`,
  joined: (payers: number, amount: Cents) =>
    `${sum(payers, amount)}, en attente depuis un mois précédent, sont sur ces factures. Les totaux par service et par payeur ne les comptent pas.`,
  staying: (payers: number, amount: Cents) =>
    `${sum(payers, amount)} attendent et ne sont pas sur ces documents : ils seront sur les factures d’un mois suivant, à sa première émission.`,
};
