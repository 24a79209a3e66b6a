import { formatCents, formatDayAndYear, type Cents } from "#kernel";

import type { AdvanceRule } from "../../../advances/advance-rule.ts";

/** Words of the page on which an agent says whether families pay in advance. */
export const texts = {
  title: "Paiement d’avance",
  link: "Paiement d’avance",
  back: "Facturation",
  lead: "Une avance est un crédit du compte du payeur : elle règle ses factures dès leur émission. Fermer le paiement d’avance n’enlève rien à ce qui est déjà versé.",
  saved: "Les réglages sont enregistrés.",
  from: "À partir du",
  past: "Choisissez aujourd’hui ou un jour à venir.",
  opened: "Les familles peuvent payer d’avance en ligne",
  least: "Plus petite avance, en euros",
  most: "Plus grande avance, en euros",
  alert: "Seuil d’alerte proposé, en euros",
  alertHint:
    "La famille est prévenue quand son avance passe au-dessous. Elle peut en choisir un autre, entre ces bornes.",
  alertLeast: "Seuil le plus bas, en euros",
  alertMost: "Seuil le plus haut, en euros",
  amount: (most: Cents) => `Écrivez un montant en euros, de ${formatCents(most)} au plus, par exemple 20,00.`,
  atLeast: "PayFiP ne prend pas moins de 1,00 € : écrivez 1,00 ou plus.",
  order: "Écrivez un montant au moins aussi grand que le plus petit.",
  between: "Écrivez un seuil entre le plus bas et le plus haut.",
  group: "Ouverture",
  save: "Enregistrer",
  history: "Réglages par date",
  never: "Aucun réglage : le paiement d’avance n’est pas ouvert.",
  columns: { from: "À partir du", opened: "Ouvert", amounts: "Montants", alert: "Alerte", by: "Par" },
  since: formatDayAndYear,
  openedOf: ({ opened }: AdvanceRule) => (opened ? "Oui" : "Non"),
  amountsOf: ({ least, most }: AdvanceRule) => `${formatCents(least)} à ${formatCents(most)}`,
  alertOf: ({ alertLeast, alert, alertMost }: AdvanceRule) =>
    `${formatCents(alert)} (${formatCents(alertLeast)} à ${formatCents(alertMost)})`,
};
