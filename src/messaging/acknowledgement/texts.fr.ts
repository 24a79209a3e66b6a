import { formatDayAndYear } from "#kernel";

/** Words of an acknowledgement. */
export const texts = {
  name: "Accusé de réception",
  received: (by: string, when: string) => `Votre demande, faite par ${by}, a été reçue le ${when}.`,
  completed: (when: string) => `Votre complément a été reçu le ${when}.`,
  department: "Service chargé de votre demande",
  silence: "Si nous ne répondons pas",
  stopped:
    "Délai arrêté : nous attendons votre complément. La nouvelle date sera écrite ici quand vous l’aurez envoyé.",
  expected: "Quand nous répondons",
  appeal: "Comment contester un refus",
  law: "Accusé de réception électronique prévu par les articles L112-11 et R112-5 du code des relations entre le public et l’administration.",
} as const;

/** What silence means, on its date: the one sentence of the page, the mail, the PDF and the agent’s screen. */
export function silenceSentence(silence: "accepted" | "refused", on: Temporal.PlainDate): string {
  return silence === "accepted"
    ? `Sans réponse de notre part le ${formatDayAndYear(on)}, votre demande sera considérée comme acceptée. Vous pourrez alors demander une attestation.`
    : `Sans réponse de notre part le ${formatDayAndYear(on)}, votre demande sera considérée comme refusée.`;
}

/** « Nous vous répondons en général avant le lundi 21 décembre 2026. » */
export const expectedSentence = (on: Temporal.PlainDate): string =>
  `Nous vous répondons en général avant le ${formatDayAndYear(on)}.`;
