import { joinChoices } from "#kernel";

/** Words of a form’s preview. */
export const previewTexts = {
  page: (number: number, title: string) => `Page ${number} : ${title}`,
  when: (question: string, answers: readonly string[]) =>
    `Demandé seulement si la réponse à « ${question} » est ${joinChoices(answers.map((answer) => `« ${answer} »`))}.`,
  document: (label: string) => `Document à joindre : ${label}.`,
  child: "Un enfant du foyer",
  offered: "Ce que Préau propose à ce foyer",
} as const;
