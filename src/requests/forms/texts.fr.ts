import type { FormField } from "../rules/form.ts";

const missing: Readonly<Record<FormField["type"], string>> = {
  text: "Répondez à cette question.",
  "long-text": "Répondez à cette question, en quelques mots.",
  email: "Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.",
  phone: "Écrivez un numéro de téléphone, par exemple 06 12 34 56 78.",
  postcode: "Écrivez un code postal de cinq chiffres.",
  date: "Écrivez une date, par exemple 01/09/2026.",
  amount: "Écrivez un nombre, par exemple 699,99.",
  count: "Écrivez un nombre, par exemple 2.",
  "yes-no": "Répondez oui ou non.",
  child: "Choisissez un enfant.",
  offered: "Choisissez une réponse.",
  choice: "Choisissez une réponse.",
  document: "Choisissez un document, ou envoyez-en un.",
};

/** What to write instead, question by question. */
export const texts = { missing } as const;
