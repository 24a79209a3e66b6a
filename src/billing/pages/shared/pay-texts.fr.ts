import { quoted } from "#kernel";

/** Where bills are paid, on the page and on paper. */
export const payTexts = {
  title: "Où et comment régler",
  online: "En ligne, par carte bancaire : à l’adresse ci-dessous, ou en visant le code avec un téléphone.",
  desk: (where: string, means: string) => `Au guichet, ${where} : ${means}.`,
  cheque: (order: string) => `Chèques à l’ordre de ${quoted(order)}.`,
  ask: (authority: string, phone: string) =>
    `Pour savoir où régler, adressez-vous à ${authority}${phone === "" ? "." : `, au ${phone}.`}`,
};
