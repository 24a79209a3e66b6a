import { countOf, formatCents, formatDayAndYear, quoted } from "#kernel";

import type { BillingRule } from "../../../run/rule.ts";

/** Words of the page on which an agent says how the authority bills. */
export const texts = {
  title: "Réglages de la facturation",
  link: "Réglages de la facturation",
  back: "Facturation",
  lead: "Ces réglages valent pour les documents émis à partir d’un jour. Ce qui est déjà émis ne change pas.",
  saved: "Les réglages sont enregistrés.",
  from: "À partir du",
  past: "Choisissez aujourd’hui ou un jour à venir.",
  invoiceSeries: "Série des factures",
  seriesHint: (example: string) =>
    `Une à quatre majuscules, au début de chaque numéro : ${quoted(example)}. Une nouvelle série commence à 1.`,
  creditSeries: "Série des avoirs",
  series: "Écrivez une à quatre lettres majuscules sans accent, par exemple F.",
  same: "Choisissez deux séries différentes : un avoir ne porte pas le numéro d’une facture.",
  dueDays: "Délai pour régler, en jours",
  days: "Écrivez un nombre de jours entre 0 et 365.",
  carryOver: "Montant au-dessous duquel une facture attend la suivante, en euros",
  carryOverHint:
    "15 € là où la collectivité émet des titres (CGCT, article D1611-1). Laissez vide si une régie encaisse tout montant.",
  amount: "Écrivez un montant en euros entre 0,01 et 1000,00, par exemple 15,00, ou laissez vide.",
  paper: "Envoyer sur papier aux foyers qui n’ont rien choisi",
  paperHint: "Un payeur sans adresse e-mail reçoit toujours du papier.",
  save: "Enregistrer",
  history: "Réglages par date",
  columns: {
    from: "À partir du",
    series: "Séries",
    due: "Délai",
    carryOver: "Attend au-dessous de",
    sending: "Envoi",
    by: "Par",
  },
  always: "Depuis le début",
  since: formatDayAndYear,
  seriesOf: ({ invoiceSeries, creditSeries }: BillingRule) => `${invoiceSeries}, ${creditSeries}`,
  dueOf: ({ dueDays }: BillingRule) => countOf(dueDays, "jour"),
  carryOverOf: ({ carryOverBelow }: BillingRule) =>
    carryOverBelow === null ? "Rien n’attend" : formatCents(carryOverBelow),
  sendingOf: ({ paperByDefault }: BillingRule) => (paperByDefault ? "Papier" : "Sans papier"),
};
