import type { NewType } from "../../../rules/edit-form.ts";

const types: Readonly<Record<NewType, string>> = {
  text: "Quelques mots",
  "long-text": "Un texte",
  date: "Une date",
  amount: "Un nombre avec des décimales",
  count: "Un nombre entier",
  "yes-no": "Oui ou non",
  child: "Un enfant du foyer",
  email: "Un e-mail",
  phone: "Un téléphone",
};

/** Words of the page on which a form is changed. */
export const editorTexts = {
  title: (label: string) => `Formulaire : ${label}`,
  lead: "Les familles ne voient rien de vos changements avant la publication. Qui a commencé un formulaire le finit tel qu’il l’a commencé.",
  saved: "C’est enregistré. L’aperçu montre le formulaire tel qu’il est maintenant.",
  page: (number: number, title: string) => `Page ${number} : ${title}`,
  pageTitle: "Titre de la page",
  help: "Aide en haut de la page",
  label: "La question",
  hint: "Aide sous la question",
  optional: "La réponse est facultative",
  options: "Les réponses, une par ligne",
  save: "Enregistrer cette page",
  up: "Monter",
  down: "Descendre",
  remove: "Retirer cette page",
  removeField: (label: string) => `Retirer la question « ${label} »`,
  needed: "Cette question est nécessaire : c’est elle que l’acceptation écrit dans le dossier.",
  addField: "Ajouter une question à cette page",
  type: "Quelle réponse ?",
  types,
  add: "Ajouter",
  addStep: "Ajouter une page",
  preview: "Aperçu",
  missing: "Écrivez quelques mots.",
  unknown: "Ce changement n’a pas été compris : rechargez la page et recommencez.",
  changed:
    "Un autre agent vient de changer ce formulaire : voici ce qu’il est devenu. Refaites votre changement.",
  tooMuch: "C’est trop : au plus 30 pages, 20 questions par page et 30 réponses par question.",
} as const;
