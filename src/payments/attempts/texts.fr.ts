/** Words that leave with an attempt. */
export const texts = {
  /** What is paid, as the service shows it and the bank may print it. */
  label: (refdet: string) => `Factures famille ${refdet}`,
  /** What a payment did besides paying off documents, on its receipt. */
  credit: "Mis en votre faveur ce jour-là, pour vos prochaines factures",
  besides: "Sommes rendues auparavant",
};
