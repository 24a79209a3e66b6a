import { agree, countOf } from "#kernel";

/** Words of the waiting room. */
export const texts = {
  title: "Vous êtes dans la file d’attente",
  why: "Beaucoup de familles arrivent en même temps. Chacune entre à son tour, dans l’ordre d’arrivée.",
  next: "C’est presque à vous.",
  ahead: (count: number) => `${countOf(count, "personne")} ${agree(count, "passe", "passent")} avant vous.`,
  wait: (seconds: number) =>
    seconds < 60
      ? "Moins d’une minute d’attente."
      : `Environ ${countOf(Math.ceil(seconds / 60), "minute")} d’attente.`,
  stay: "Gardez cette page ouverte : la suite s’affichera toute seule. Ne la rechargez pas, vous n’iriez pas plus vite.",
  kept: "Votre place dans la file est gardée, même si le réseau se coupe un moment.",
  fullTitle: "Trop de demandes en même temps",
  full: [
    "Rien de ce que vous venez d’envoyer n’a été enregistré.",
    "Attendez une minute, puis revenez à la page précédente et envoyez-la de nouveau : ce que vous aviez rempli y est encore.",
  ],
} as const;
