/** The kinds of message that leave a choice. */
export const CHOSEN_KINDS = ["service", "news"] as const;
export type ChosenKind = (typeof CHOSEN_KINDS)[number];

/** By what an adult is told. */
export const WAYS = ["mail", "sms", "both", "none"] as const;
export type Way = (typeof WAYS)[number];

/**
 * @rule Ce qu’une famille peut choisir de recevoir, et comment
 *
 * Les informations de service (une fermeture, une grève, un changement d’horaire) arrivent par e-mail, par SMS ou par les
 * deux ; elles ne se refusent pas, parce qu’un enfant en dépend. Les actualités, qui ne font pas partie du service, sont
 * envoyées à qui les a acceptées, et s’arrêtent par un clic. Les reçus, les factures et les messages de sécurité partent
 * par e-mail sans choix : la loi ou la preuve le demande.
 *
 * The ways that an adult may choose for a kind of message.
 */
export const waysOf = (kind: ChosenKind): readonly Way[] =>
  kind === "service" ? WAYS.filter((way) => way !== "none") : WAYS;

/** A way as two channels; « none » is neither, and is no choice of channel. */
export const channelsOf = (way: Way): { byMail: boolean; bySms: boolean } => ({
  byMail: way === "mail" || way === "both",
  bySms: way === "sms" || way === "both",
});

/** Two channels as a way. */
export function wayOf({ wanted, byMail, bySms }: { wanted: boolean; byMail: boolean; bySms: boolean }): Way {
  if (!wanted) return "none";
  return byMail && bySms ? "both" : bySms ? "sms" : "mail";
}
