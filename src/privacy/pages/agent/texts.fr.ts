import { countOf, formatDayAndYear } from "#kernel";

import type { KindCode } from "../../retention/kinds.ts";
import type { Duration } from "../../rules/durations.ts";

/** What is erased, as a line of a table. */
const kinds: Readonly<Record<KindCode, string>> = {
  "health-records": "Fiches sanitaires que personne n’a revues, PAI échus compris",
  "health-documents": "Documents de santé, avec toutes leurs versions",
  persons: "Personnes autorisées ou interdites dont la date est passée",
  documents: "Autres documents échus, et versions remplacées",
  requests: "Démarches closes : réponses, messages et noms",
  messages: "Messages envoyés",
  files: "Dossiers de familles qui ne viennent plus : noms, adresses, documents, comptes",
  journal: "Journal de ce que chacun a lu et fait, par mois entiers",
};

const durations: Readonly<Record<Duration, { label: string; hint: string }>> = {
  health: {
    label: "Santé : fiches sanitaires et documents",
    hint: "En mois après le 1er septembre. 0 : dès la fin de l’année scolaire.",
  },
  persons: {
    label: "Personnes autorisées dont la date est passée",
    hint: "En mois après le 1er septembre. Une interdiction qui vaut encore reste toujours.",
  },
  documents: { label: "Autres documents échus", hint: "En mois après la fin du document, de 1 à 60." },
  requests: { label: "Démarches closes", hint: "En mois après la décision, de 6 à 60." },
  messages: { label: "Messages envoyés", hint: "En mois après l’envoi, de 1 à 36." },
  files: {
    label: "Dossier d’une famille qui ne vient plus",
    hint: "En mois après la dernière inscription, démarche ou écriture de compte, de 12 à 120. Jamais tant qu’une somme est due.",
  },
  journal: { label: "Journal", hint: "En mois, de 6 à 36." },
};

/** Words of the durations, of what they erase and of what they erased. */
export const texts = {
  title: "Conservation des données",
  settings: "Réglages",
  lead: "Ce qui s’efface chaque nuit, après les durées que la collectivité a choisies. Rien ne s’efface sans durée.",
  kinds,
  kept: "Les factures, les paiements et les comptes sont gardés dix ans pour la comptabilité : ils ne s’effacent pas ici. Les réponses des démarches de santé s’effacent à la fin de l’année scolaire : c’est un réglage de chaque type de démarche. Avant d’effacer, demandez le visa des Archives départementales.",
  tonight: "Ce qui s’effacera cette nuit",
  kind: "Quoi",
  before: "Plus ancien que",
  count: "Combien",
  notChosen: "Durée pas encore choisie",
  names: "Voir lesquels",
  namesOf: (kind: string) => `Voir lesquels : ${kind}`,
  setting: "Changer les durées",
  done: "Ce qui s’est effacé",
  doneNone: "Rien ne s’est encore effacé.",
  night: "Nuit du",
  unfinished: (count: number) => `${count}, arrêté en chemin : repris la nuit suivante`,
  day: formatDayAndYear,
  namesTitle: (kind: string) => `À effacer : ${kind}`,
  namesLead: (count: number, day: Temporal.PlainDate) =>
    `${countOf(count, "ligne")} avant le ${formatDayAndYear(day)}. Cette lecture est écrite dans le journal.`,
  namesMost: (most: number) => `Les ${most} plus anciennes sont nommées.`,
  namesNone: "Rien ne s’effacera cette nuit.",
  back: "Conservation des données",
  settingWords: {
    title: "Durées de conservation",
    lead: "Écrivez des mois. Une durée laissée vide n’efface rien.",
    from: "À partir du",
    save: "Enregistrer les durées",
    saved: "Les durées sont enregistrées.",
    past: "Choisissez aujourd’hui ou un jour à venir : ce qui est effacé ne revient pas.",
    number: (least: number, most: number) =>
      `Écrivez un nombre de mois entre ${least} et ${most}, ou laissez vide.`,
    exportDays: "Copie de ses données : jours pour la télécharger",
    exportDaysHint: "De 1 à 30. Ensuite le fichier est effacé.",
    days: (most: number) => `Écrivez un nombre de jours entre 1 et ${most}.`,
    hint: (hint: string, proposed: number) => `${hint} Proposé : ${proposed}.`,
  },
  durations,
} as const;
