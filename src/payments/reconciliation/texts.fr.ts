import { quoted } from "#kernel";

/** What is said of a whole report when it is compared. */
export const texts = {
  program: "Préau",
  noAccount:
    "Le fichier ne dit pas de quel numéro client il est, et le paiement en ligne n’est pas encore réglé : écrivez d’abord les réglages.",
  otherAccount: (account: string, own: readonly string[]) =>
    `Ce relevé est celui du numéro client ${account}, qui n’est pas le vôtre (${own.join(", ")}) : rien n’en est repris. Demandez à PayFiP le relevé de votre numéro.`,
  found: (file: string) =>
    file === "" ? "Retrouvé dans un relevé suivant." : `Retrouvé dans le relevé ${quoted(file)}.`,
};
