import { countOf, joinList } from "#kernel";

import { unaskedWords, type AlertRule } from "../../rules/alert-rule.ts";
import { paymentSentence, waitingSentence, type PlaceRule } from "../../rules/place-rule.ts";

const ACTS = { book: "réserver", cancel: "annuler", change: "changer les heures" } as const;

type Enrolment = { readonly by: "family" | "agent"; readonly conditions: readonly unknown[] };

const enrolled = ({ by, conditions }: Enrolment) =>
  `${by === "family" ? "la famille s’inscrit elle-même" : "un agent inscrit"}, ${
    conditions.length === 0
      ? "sans condition"
      : countOf(conditions.length, "condition ou groupe", "conditions ou groupes")
  }`;

/** What an import says of the sections of bookings. */
export const texts = {
  alerts: (rule: AlertRule) => `Alertes de qui n’a pas choisi : ${unaskedWords(rule)}.`,
  laterAlerts: "Alertes : le réglage prévu pour plus tard est remplacé.",
  deadline: (
    what: readonly string[],
    acts: readonly (keyof typeof ACTS)[],
    { before, after }: { before: string | null; after: string },
  ) =>
    `${what.join(", ")} : pour ${joinList(acts.map((act) => ACTS[act]))}, ${phrase(after)}${
      before === null ? "" : ` (jusque-là, ${phrase(before)})`
    }.`,
  laterDeadlines: (activity: string, count: number) =>
    `${activity} : ${countOf(count, "délai prévu", "délais prévus")} pour plus tard ${count < 2 ? "est remplacé" : "sont remplacés"}.`,
  windows: (activity: string, season: string, count: number) =>
    count === 0
      ? `${activity}, ${season} : plus de fenêtre, les séances se réservent tout de suite.`
      : `${activity}, ${season} : ${countOf(count, "fenêtre")} de réservation, à la place des précédentes.`,
  enrolment: (activity: string, before: Enrolment, after: Enrolment) =>
    `${activity} : ${enrolled(after)} (jusque-là, ${enrolled(before)}).`,
  unnamedEnrolment: (activity: string) =>
    `${activity} : le fichier ne dit plus rien de ce service dans « enrolment ». Si ce n’est pas voulu, ajoutez-y son entrée.`,
  laterEnrolment: (activity: string) =>
    `${activity} : les conditions prévues pour plus tard sont remplacées.`,
  places: (activity: string, rule: PlaceRule) =>
    `${activity} : ${lowered(paymentSentence(rule))} ${waitingSentence(rule)}`,
  laterPlaces: (activity: string) =>
    `${activity} : les réglages du panier et de la liste d’attente prévus pour plus tard sont remplacés.`,
} as const;

/** The first letter small, to stand after a name. */
function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** A sentence within another: a small letter, and no full stop. */
const phrase = (sentence: string) => lowered(sentence).replace(/\.$/, "");
