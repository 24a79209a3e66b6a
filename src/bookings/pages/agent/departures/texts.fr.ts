import { countOf, formatDayAndYear, joinList } from "#kernel";

/** Words of the page on which an agent takes somebody out of a household. */
export const texts = {
  title: (name: string) => `Retirer ${name} du foyer`,
  back: "Dossier de la famille",
  guardian:
    "Dès maintenant, cet adulte ne verra plus ce foyer sur l’espace et ne réservera plus pour lui. Rien n’est effacé : l’historique garde son nom. Ses autres foyers ne changent pas.",
  child:
    "Dès maintenant, ce foyer ne réserve plus pour cette personne et ne voit plus rien de nouveau d’elle. Rien n’est effacé : il garde ses reçus et son historique. Ses autres foyers ne changent pas.",
  none: "Ce foyer n’a rien réservé pour elle à partir de demain. Ses inscriptions s’arrêtent aujourd’hui.",
  booked: (count: number) => countOf(count, "jour réservé à venir", "jours réservés à venir"),
  waiting: (count: number) =>
    `${countOf(count, "place attendue", "places attendues")} sur liste d’attente : le foyer n’attend plus.`,
  day: "Jour",
  what: "Quoi",
  date: formatDayAndYear,
  unit: (unit: string, activity: string, site: string) => `${unit} – ${activity}, à ${site}`,
  more: (count: number) => `et ${countOf(count, "autre jour", "autres jours")}`,
  choice: "Que deviennent ces réservations ?",
  choices: { cancel: "Les annuler toutes", keep: "Les garder" },
  choiceHints: {
    cancel:
      "Quel que soit le délai. La famille reçoit un courriel, et les inscriptions s’arrêtent aujourd’hui.",
    keep: "Les places restent tenues et dues par ce foyer. Il les garde dans son agenda, et seuls les agents peuvent les annuler.",
  },
  noChoice: "Dites si ces réservations sont annulées ou gardées.",
  notEverywhere:
    "Vous ne pouvez annuler des réservations que sur certains lieux : gardez-les, ou demandez à un agent qui agit partout.",
  reason: "Raison",
  reasonHint:
    "Les agents la lisent dans le dossier. Si des réservations sont annulées, la famille la lit sur le reçu.",
  noReason: "Écrivez la raison.",
  save: "Retirer du foyer",
  changed: "Ce qui est réservé a changé entre-temps : regardez de nouveau avant d’enregistrer.",
  impossible: "Cette personne ne peut pas encore quitter ce foyer",
  lastAdult: [
    "C’est le seul adulte de ce foyer : sans lui, personne ne pourrait agir pour ses enfants.",
    "Ajoutez d’abord un autre responsable.",
  ],
  addGuardian: "Ajouter un responsable",
  pays: (paid: readonly { firstName: string; activityName: string }[]) => [
    `Cet adulte paie encore pour ${joinList(paid.map(({ firstName, activityName }) => `${firstName} (${activityName})`))}.`,
    "Dites d’abord qui paie à partir d’aujourd’hui.",
  ],
  changePayer: "Changer le payeur",
  contract: (activities: readonly string[]) => [
    `Un contrat d’accueil est en cours : ${joinList(activities)}.`,
    "Arrêtez d’abord ce contrat : ses jours sont alors annulés.",
  ],
  endContract: "Voir les contrats",
} as const;
