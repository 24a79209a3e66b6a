import { countOf, formatDayAndYear } from "#kernel";

import type { RequestState } from "../../rules/states.ts";

/** What comes next, by state. */
const next: Readonly<Record<RequestState, string>> = {
  draft: "Vos réponses sont gardées. Finissez quand vous voulez.",
  submitted: "Un agent va prendre votre demande en charge.",
  under_review: "Un agent examine votre demande. Il vous écrit dès qu’il a une réponse.",
  more_needed: "Il manque quelque chose : complétez votre demande et envoyez-la de nouveau.",
  accepted: "Ce que vous demandiez est fait. Pour revenir dessus, faites une nouvelle demande.",
  refused: "Le motif et les voies de recours sont écrits dans l’historique, plus bas.",
  withdrawn: "Vous avez retiré cette demande : rien n’a été changé.",
  expired: "Ce brouillon n’a pas été fini à temps : ce que vous y aviez écrit est effacé.",
};

/** Words of « Mes démarches ». */
export const texts = {
  title: "Mes démarches",
  back: "Mes démarches",
  mine: "Mes demandes",
  none: "Aucune demande pour l’instant",
  noneMore: "Choisissez une démarche ci-dessous : vous pourrez l’interrompre et la reprendre.",
  offered: "Faire une démarche",
  offeredNone: "La collectivité ne propose encore aucune démarche en ligne.",
  askedBy: (by: string) => `Demandé par ${by}.`,
  moved: (day: Temporal.PlainDate) => `Dernier changement le ${formatDayAndYear(day)}`,
  next,
  done: {
    garde: "Vos réponses sont gardées. Vous pouvez fermer cette page et reprendre plus tard.",
    envoyee: "Votre demande est envoyée. L’accusé de réception vous est aussi envoyé par e-mail.",
    corriger:
      "Vos réponses sont gardées comme vous les avez écrites. Quand vous reprendrez, une réponse sera à corriger.",
    message: "Votre message est envoyé.",
    retiree: "Votre demande est retirée.",
    abandonne: "Le brouillon est effacé.",
  },
  start: {
    documents: "À préparer",
    documentsMore: "Un document que vous avez déjà envoyé n’est pas redemandé.",
    answer: (days: number) => `Réponse habituelle en ${countOf(days, "jour")}.`,
    household: "Pour quel foyer ?",
    begin: "Commencer",
    tooMany: (most: number) =>
      `Vous avez déjà ${most} brouillons : finissez-en un, ou abandonnez-le, avant d’en commencer un autre.`,
  },
  step: {
    progress: (position: number) => `Étape ${position}`,
    next: "Continuer",
    later: "Garder et reprendre plus tard",
    previous: "Revenir",
    abandon: "Abandonner ce brouillon",
  },
  document: {
    kept: "Vous l’avez peut-être déjà envoyé",
    keptOption: (name: string, day: Temporal.PlainDate) => `« ${name} », envoyé le ${formatDayAndYear(day)}`,
    fresh: "Envoyer un autre fichier",
    none: "Je n’ai pas ce document",
    file: "Le fichier",
    fileWins: "Le fichier choisi ici remplace la réponse ci-dessus.",
  },
  check: {
    title: "Vérifiez votre demande",
    lead: "Rien n’est encore envoyé.",
    leadAgain: "Votre complément n’est pas encore envoyé.",
    change: "Modifier",
    send: "Envoyer ma demande",
    sendAgain: "Envoyer le complément",
    instead: "Cette attestation se fait tout de suite, sans demande",
    unfinished: "Il manque une réponse : continuez le formulaire.",
    closed: "La collectivité a fermé cette démarche. Vos réponses restent gardées ; appelez-nous.",
  },
  one: {
    acknowledgement: "Accusé de réception",
    others: (by: string) =>
      `Demandé par ${by}. Vous le lisez parce que cela concerne votre foyer ; seule cette personne peut compléter la demande, écrire aux agents ou la retirer.`,
    certificate: "Votre attestation",
    certificateFile: "Télécharger l’attestation (PDF)",
    acknowledgementFile: (number: number, submission: number) =>
      submission === 1 ? `accuse-reception-${number}.pdf` : `accuse-reception-${number}-${submission}.pdf`,
    download: "Télécharger l’accusé de réception (PDF)",
    downloadFirst: "Télécharger le premier accusé de réception (PDF)",
    downloadLast: "Télécharger l’accusé de réception avec votre complément (PDF)",
    answers: "Vos réponses",
    theirAnswers: "Les réponses",
    replyBy: (day: Temporal.PlainDate) => `Envoyez votre complément avant le ${formatDayAndYear(day)}.`,
    theirReplyBy: (day: Temporal.PlainDate) => `Complément attendu avant le ${formatDayAndYear(day)}.`,
    agent: (name: string) => `${name} s’occupe de votre demande.`,
    complete: "Compléter ma demande",
    resume: "Reprendre",
    message: "Écrire à l’agent",
    messageHint: "N’écrivez rien sur la santé d’un enfant : la fiche sanitaire est faite pour cela.",
    send: "Envoyer le message",
    withdraw: "Retirer ma demande",
    noMessage: "Écrivez votre message.",
    over: {
      title: "Cette demande ne peut plus changer",
      sentences: ["Une décision a été prise, ou elle a été retirée. Ouvrez-la pour voir où elle en est."],
      next: "Voir ma demande",
    },
  },
  withdraw: {
    title: "Retirer cette demande ?",
    lead: "Les agents ne l’examineront plus et rien ne sera changé. Elle reste dans votre liste.",
    abandonTitle: "Abandonner ce brouillon ?",
    abandonLead: "Ce que vous y avez écrit est effacé. Les documents envoyés restent dans « Mes documents ».",
    yes: "Retirer ma demande",
    abandonYes: "Effacer ce brouillon",
    no: "Non, revenir",
  },
} as const;
