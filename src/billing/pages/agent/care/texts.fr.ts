import { formatCents, formatDayAndYear } from "#kernel";

import type { CareService } from "../../../certificate/care-rules.ts";

/** Words of the page on which an agent says which services the tax certificate counts. */
export const texts = {
  title: "Services de garde",
  link: "Services de garde de l’attestation fiscale",
  back: "Facturation",
  lead: "Ce que l’attestation fiscale compte, service par service. La nourriture n’est pas de la garde : dites ce que vaut le repas compris dans un prix.",
  table: "Ce qui vaut aujourd’hui",
  columns: { service: "Service", counted: "Attestation fiscale", meal: "Repas retiré", since: "Depuis" },
  counted: ({ counted }: CareService) => (counted ? "Compté" : "Non compté"),
  mealOf: ({ meal, counted }: CareService) => (counted && meal > 0 ? formatCents(meal) : "–"),
  sinceOf: ({ since, by }: CareService) =>
    since === null ? "Par défaut" : `${formatDayAndYear(since)}, ${by ?? ""}`,
  changeShort: "Changer",
  form: (service: string) => `Changer : ${service}`,
  from: "Pour les jours de garde à partir du",
  question: "Ce service est-il de la garde ?",
  yes: "Oui, l’attestation fiscale le compte",
  no: "Non",
  meal: "Valeur du repas à retirer de chaque prestation avec repas, en euros",
  mealHint:
    "Laissez vide pour ne rien retirer. Une crèche au tarif national certifie toute la participation.",
  badMeal: "Écrivez un montant en euros entre 0 et 50,00, par exemple 3,20.",
  choose: "Choisissez oui ou non.",
  save: "Enregistrer",
  saved: "Le réglage est enregistré.",
};
