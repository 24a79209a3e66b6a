/** Words of the acknowledgement. */
export const texts = {
  name: "Accusé de réception",
  received: (by: string, when: string) => `Votre demande, faite par ${by}, a été reçue le ${when}.`,
  department: "Service chargé de votre demande",
  silence: "Si nous ne répondons pas",
  expected: "Quand nous répondons",
  appeal: "Comment contester un refus",
  law: "Accusé de réception électronique prévu par les articles L112-11 et R112-5 du code des relations entre le public et l’administration.",
  file: (number: number) => `accuse-reception-${number}.pdf`,
} as const;
