import { cents, formatCents, formatDayAndYear, parisDate, type Cents } from "#kernel";

/** Words of the page on which a family pays in advance. */
export const texts = {
  title: "Payer d’avance",
  titleClosed: "Ce qui est en votre faveur",
  back: "Factures",
  of: (payer: string) => `Compte de ${payer}`,
  balance: (balance: Cents) =>
    balance < 0
      ? `${formatCents(cents(0 - balance))} en votre faveur`
      : balance > 0
        ? `Vous devez ${formatCents(balance)}, et rien n’est en votre faveur.`
        : "Rien n’est en votre faveur.",
  explained:
    "Une avance règle d’abord ce que vous devez, puis vos factures dès leur émission, sans rien faire. Le reste vous appartient : vous pouvez le redemander.",
  amount: "Montant de l’avance, en euros",
  amountHint: (least: Cents, most: Cents) => `Entre ${formatCents(least)} et ${formatCents(most)}.`,
  badAmount: (least: Cents, most: Cents) =>
    `Écrivez un montant entre ${formatCents(least)} et ${formatCents(most)}, par exemple 20,00.`,
  badEmail: "Écrivez une adresse e-mail comme nom@exemple.fr, de 80 caractères au plus.",
  email: "E-mail où recevoir le ticket de paiement",
  outside: "Vous allez sur PayFiP, le site de paiement de l’État, puis vous revenez ici.",
  pay: "Aller payer",
  closed: "Le paiement d’avance n’est pas ouvert en ce moment",
  closedMore: "Ce que vous avez déjà versé règle vos prochaines factures.",
  underWay: "Une avance est déjà en cours",
  underWayMore: "Pour que rien ne soit payé deux fois, attendez sa réponse.",
  see: "Voir le paiement en cours",
  failed: "PayFiP n’a pas ouvert la page de paiement",
  failedMore: "Rien n’a été payé. Essayez de nouveau dans quelques minutes, ou appelez l’accueil.",
  again: "Essayer de nouveau",
  alert: {
    title: "Être prévenu quand elle baisse",
    label: "Prévenez-moi au-dessous de, en euros",
    hint: (least: Cents, most: Cents) =>
      `Entre ${formatCents(least)} et ${formatCents(most)} ; laissez vide pour ne recevoir aucun message.`,
    bad: (least: Cents, most: Cents) =>
      `Écrivez un montant entre ${formatCents(least)} et ${formatCents(most)}, ou laissez vide.`,
    save: "Enregistrer le seuil",
    saved: (below: Cents) =>
      below === 0
        ? "Vous ne serez pas prévenu."
        : `Vous serez prévenu quand votre avance passera sous ${formatCents(below)}.`,
  },
  refund: {
    title: "Redemander ce qui reste",
    lead: (favour: Cents) => `${formatCents(favour)} sont en votre faveur. Un agent vous répond ici.`,
    label: "Montant à rendre, en euros",
    ask: "Demander le remboursement",
    bad: (most: Cents) => `Écrivez un montant entre 0,01 € et ${formatCents(most)}.`,
    used: (asked: Cents) =>
      `Cette demande est déjà partie, pour ${formatCents(asked)}. Rien d’autre n’est demandé.`,
    asked: "Votre demande est envoyée",
    waits: (amount: Cents, at: Temporal.Instant) =>
      `Vous avez demandé ${formatCents(amount)} le ${formatDayAndYear(parisDate(at))}. Un agent vous répondra ici.`,
    given: (amount: Cents, at: Temporal.Instant, how: string) =>
      `${formatCents(amount)} rendus le ${formatDayAndYear(parisDate(at))} : ${how}`,
    refused: (at: Temporal.Instant, why: string) =>
      `Votre demande n’a pas été acceptée le ${formatDayAndYear(parisDate(at))} : ${why}`,
  },
};
