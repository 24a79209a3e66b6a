import { countOf, formatDay, formatMoment, parisDateTime } from "#kernel";

/** Words of the pages on which agents answer disputes. */
export const texts = {
  title: "Contestations",
  lead: "Une famille conteste une ligne : regardez ce qui est noté, corrigez le fait s’il le faut, puis répondez. La réponse se lit sur la facture.",
  back: "Facturation",
  none: "Aucune contestation n’attend de réponse",
  count: (count: number) => countOf(count, "contestation attend", "contestations attendent"),
  one: (household: string, number: string) => `Contestation de ${household} – ${number}`,
  columns: { line: "Ligne", family: "Famille", amount: "Montant", since: "Depuis le", reason: "Motif" },
  about: (day: Temporal.PlainDate, child: string, activity: string, unit: string) =>
    [formatDay(day), child, activity, unit].filter((word) => word !== "").join(", "),
  said: (by: string, at: Temporal.Instant, reason: string) => {
    const local = parisDateTime(at);
    return `${by}, ${formatMoment(local.toPlainDate(), local.toPlainTime())} : « ${reason} »`;
  },
  invoice: "Voir la facture",
  family: "Dossier de la famille",
  pointing: "Pointage de ce jour",
  booking: "Réservations de ce mois",
  decision: "Décision",
  options: {
    accepted: "Accepter : le fait est corrigé, la prochaine facturation du mois rendra la différence",
    refused: "Refuser : la ligne est juste",
  },
  answer: "Réponse à la famille",
  missing: "Écrivez la réponse que la famille lira.",
  choose: "Choisissez d’accepter ou de refuser.",
  submit: "Répondre",
  saved: {
    title: "La réponse est envoyée.",
    accepted:
      "Rien n’est encore rendu : corrigez le pointage ou la réservation si ce n’est pas fait, puis préparez à nouveau le mois. La différence fera l’avoir.",
    refused: "La famille la lit sur sa facture.",
  },
  answered: {
    title: "Cette contestation a déjà sa réponse",
    sentence: "Un collègue a répondu : la première réponse est gardée.",
  },
  backToList: "Revenir aux contestations",
  rule: {
    title: "Accusé de réception des contestations",
    lead: "Ce que la loi demande de dire tout de suite à qui conteste une ligne.",
    from: "À partir du",
    save: "Enregistrer",
    saved: "C’est enregistré.",
    past: "Choisissez aujourd’hui ou un jour à venir : ce qui a été dit reste dit.",
    none: "Rien n’est encore écrit : les contestations sont reçues, mais sans accusé de réception.",
    department: "Service chargé des contestations",
    address: "Adresse postale",
    email: "E-mail",
    phone: "Téléphone",
    silence: "Que vaut le silence ?",
    silenceHint: "Pour une demande d’argent, le silence vaut en général refus au bout de deux mois.",
    silences: { accepted: "Il vaut accord", refused: "Il vaut refus" },
    chooseSilence: "Choisissez ce que vaut le silence.",
    months: "Au bout de combien de mois ?",
    expected: "Réponse habituelle, en jours",
    appeal: "Voies de recours contre un refus",
    missing: "Écrivez ce texte : l’accusé de réception le dit.",
    badEmail: "Écrivez une adresse e-mail, par exemple regie@exemple.fr.",
    badPhone: "Écrivez un numéro de téléphone, par exemple 03 53 01 80 10.",
    number: (most: number) => `Écrivez un nombre entre 1 et ${most}.`,
  },
};
