import { formatDay } from "#kernel";

import type { Delivery } from "../../delivery/delivery.ts";

const names: Readonly<Record<Delivery, string>> = {
  paperless: "Sans papier : un e-mail vous prévient, la facture se lit ici",
  paper: "Sur papier, par courrier",
};

/** Words of the choice between paper and paperless invoices. */
export const texts = {
  title: "Recevoir mes factures",
  lead: "Dans tous les cas, vos factures se lisent et se téléchargent ici.",
  link: "Recevoir mes factures sur papier ou sans papier",
  back: "Factures",
  names,
  legend: (household: string) => `Factures du foyer ${household}`,
  now: (delivery: Delivery, chosen: boolean) =>
    `Aujourd’hui : ${delivery === "paper" ? "sur papier" : "sans papier"}${chosen ? "" : " (réglage de la collectivité)"}.`,
  next: (delivery: Delivery, from: Temporal.PlainDate) =>
    `À partir du ${formatDay(from)} : ${delivery === "paper" ? "sur papier" : "sans papier"}.`,
  effect: (from: Temporal.PlainDate) =>
    `Votre choix vaut pour les factures émises à partir du ${formatDay(from)}.`,
  agent: {
    title: "Changer l’envoi des factures",
    lead: (from: Temporal.PlainDate) =>
      `À la demande de la famille : pour les factures émises à partir du ${formatDay(from)}.`,
    done: "L’envoi des factures est changé.",
  },
  choose: "Choisissez l’une des deux réponses.",
  submit: "Enregistrer ce choix",
  done: "Votre choix est enregistré.",
};
