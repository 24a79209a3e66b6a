import { countOf, formatDay, formatShortDate } from "#kernel";

/** Words of the pages on which agents correct a file. */
export const texts = {
  household: {
    title: "Corriger le nom ou l’adresse du foyer",
    otherCommune: (day: Temporal.PlainDate) =>
      `La commune dit si la famille habite le territoire. Si elle change, les prix et les conditions d’inscription de cette famille peuvent changer dès le ${formatDay(day)}, aussi pour ce qui est déjà réservé. Regardez ensuite ses inscriptions et prévenez-la.`,
    label: "Nom du foyer",
    noLabel: "Écrivez le nom du foyer.",
  },
  guardian: { title: (name: string) => `Corriger ${name}` },
  participant: { title: (name: string) => `Corriger ${name}` },
  schooling: {
    title: (year: string) => `École et classe de l’année ${year}`,
    school: { label: "École", hint: "Comme le fichier de l’école l’écrit, par exemple « École de Rue »." },
    level: { label: "Niveau", hint: "Par exemple « CE1 » ou « PS »." },
    className: {
      label: "Classe",
      hint: "Par exemple « CE1 - M. Carpentier » ; vide tant qu’elle n’est pas connue.",
    },
  },
  lead: "La page suivante montre ce qui change avant de l’enregistrer. Les prochains fichiers de l’école ne remplaceront pas vos corrections : l’import dira la différence.",
  usageName: "Nom d’usage",
  mobile: "Téléphone portable",
  home: "Téléphone du domicile",
  work: "Téléphone du travail",
  birthHint: "Obligatoire pour un enfant.",
  check: "Vérifier",
  save: "Enregistrer la correction",
  change: "Modifier",
  checkTitle: "Avant d’enregistrer",
  nothing: "Rien ne change : ce qui est écrit est déjà dans le dossier.",
  caption: (count: number) => countOf(count, "changement", "changements"),
  cell: "Donnée",
  before: "Avant",
  after: "Après",
  empty: "Vide",
  date: (text: string) => (text === "" ? "" : formatShortDate(Temporal.PlainDate.from(text))),
  alike: (names: string) =>
    `Quelqu’un est déjà connu sous ce nom : ${names}. Si c’est la même personne, ne gardez qu’un des deux dossiers : ajoutez cette personne au foyer depuis « Ajouter », puis retirez l’autre.`,
  email:
    "Si cette personne a un compte, un courriel part à l’ancienne et à la nouvelle adresse pour le lui dire. L’adresse avec laquelle elle se connecte ne change pas.",
  changedTitle: "Le dossier a changé entre-temps",
  changed: [
    "Quelqu’un d’autre a corrigé ce dossier pendant que vous écriviez : rien de ce que vous avez écrit n’a été enregistré.",
    "Ouvrez de nouveau la page pour voir ce qu’il dit maintenant, puis écrivez ce qui manque.",
  ],
  reopen: "Ouvrir la page de nouveau",
} as const;
