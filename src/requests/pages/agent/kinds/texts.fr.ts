import { joinList } from "#kernel";

import type { FormFault } from "../../../rules/form-faults.ts";
import type { LegalSettings } from "../../../rules/unpublishable.ts";

/** What is missing, in the words of its field. */
const lacking: Readonly<Record<keyof LegalSettings, string>> = {
  department: "le nom du service",
  departmentAddress: "son adresse postale",
  departmentEmail: "son e-mail",
  departmentPhone: "son téléphone",
  silence: "ce que vaut le silence",
  silenceMonths: "au bout de combien de mois",
  expectedDays: "le délai de réponse habituel",
  appeal: "les voies de recours",
};

/** What is wrong with a form. */
export function faultWords(fault: FormFault): string {
  switch (fault.code) {
    case "no-step":
      return "Le formulaire n’a aucune page : ajoutez-en une.";
    case "empty-step":
      return `La page « ${fault.step} » n’a aucune question : ajoutez-en une, ou retirez la page.`;
    case "same-name":
      return `Le nom « ${fault.name} » est pris deux fois : changez l’un des deux.`;
    case "asks-too-early":
      return `« ${fault.name} » dépend de « ${fault.field} », qui n’est pas demandé sur une page d’avant.`;
    case "no-such-answer":
      return `« ${fault.name} » dépend d’une réponse que « ${fault.field} » ne propose plus.`;
    case "document-not-alone":
      return `Sur la page « ${fault.step} », le document doit être seul : mettez les autres questions sur une autre page.`;
    case "asks-document":
      return `La page « ${fault.step} » demande un document, que les autres adultes du foyer liraient : retirez-la.`;
    case "lacks":
      return `La question « ${fault.name} » manque : sans elle, accepter la demande ne pourrait rien changer.`;
  }
}

/** Words of the kinds of request. */
export const texts = {
  title: "Types de démarches",
  back: "Types de démarches",
  documents: "Documents demandés aux familles",
  lead: "Ce que les familles peuvent demander en ligne. Un type n’est visible des familles qu’une fois publié.",
  requests: "Démarches",
  opened: "Types ouverts",
  openedNone: "Aucun type n’est ouvert.",
  published: "Publié",
  notPublished: "Pas publié",
  version: (number: number) => `formulaire n° ${number}`,
  models: "À ouvrir",
  open: "Ouvrir",
  done: {
    ouvert: "Le type est ouvert. Dites ce que la loi demande, puis publiez-le.",
    enregistre: "C’est enregistré.",
    publie: "Le type est publié : les familles le voient.",
    ferme: "Le type n’est plus proposé. Les demandes déjà envoyées suivent leur cours.",
  },
  words: "Ce que lisent les familles",
  label: "Nom de la démarche",
  about: "À quoi elle sert",
  department: "Service chargé des demandes",
  departmentHint: "L’accusé de réception le nomme, avec son adresse, son e-mail et son téléphone.",
  address: "Adresse postale",
  email: "E-mail",
  phone: "Téléphone",
  badEmail: "Écrivez une adresse e-mail, par exemple enfance@exemple.fr.",
  badPhone: "Écrivez un numéro de téléphone, par exemple 03 53 01 80 10.",
  shared: "Les autres adultes du foyer voient ces demandes",
  sharedHint:
    "Une fois envoyées, et seulement s’ils ont autorité sur l’enfant concerné. À laisser vide pour ce qui touche à la santé ou à la vie privée.",
  confidential:
    "Ces demandes ne sont lues que de l’adulte qui les fait : elles disent ce qu’un autre adulte du foyer n’a pas à savoir.",
  forgotten: "Les réponses s’effacent à la fin de l’année scolaire",
  forgottenHint:
    "Pour la santé : le 1er septembre qui suit la décision, ce qui est écrit dans la demande est oublié. Ses dates et sa décision restent.",
  legal: "Ce que la loi demande",
  silence: "Que vaut le silence ?",
  silenceHint:
    "En général, deux mois sans réponse valent accord ; une demande d’argent, ou une demande qui n’en est pas une au sens de la loi, fait exception.",
  silences: { accepted: "Il vaut accord", refused: "Il vaut refus", none: "Pas encore choisi" },
  months: "Au bout de combien de mois ?",
  expected: "Réponse habituelle, en jours",
  appeal: "Voies de recours contre un refus",
  appealHint: "Devant qui, dans quel délai. Ce texte est proposé à chaque refus, et l’agent peut le changer.",
  draft: "Un brouillon s’efface après, en jours",
  save: "Enregistrer",
  publish: "Publier",
  publishAgain: (number: number) => `Publier comme formulaire n° ${number}`,
  upToDate: (number: number) => `Le formulaire n° ${number} est celui que voient les familles.`,
  close: "Ne plus proposer aux familles",
  form: "Le formulaire",
  edit: "Changer le formulaire",
  lacking: (names: readonly (keyof LegalSettings)[]) =>
    `Pour publier, il manque : ${joinList(names.map((name) => lacking[name]))}.`,
  stays: (names: readonly (keyof LegalSettings)[]) =>
    `Ce type est publié : il doit garder ${joinList(names.map((name) => lacking[name]))}.`,
  unsaved: "Ce qui est changé n’est pas encore publié.",
  count: (least: number, most: number) => `Écrivez un nombre entre ${least} et ${most}.`,
} as const;
