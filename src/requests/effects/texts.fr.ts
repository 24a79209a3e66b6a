import { countOf, formatCents, formatDay, formatDayAndYear, joinList, type Cents } from "#kernel";

/** Why an agent cannot accept, and what to do. */
export const texts = {
  absence: {
    first: "À pointer d’abord",
    gone: "Cet enfant n’est plus dans ce foyer : ouvrez le dossier de la famille.",
    left: (days: string) =>
      `Il reste ${days} à pointer entre ces dates : pointez l’absence ou la présence, puis acceptez la demande.`,
    none: "Aucune absence n’est pointée entre ces dates : corrigez le pointage, ou refusez la demande.",
    faults: {
      "ends-before-it-starts": "Le dernier jour est le premier, ou vient après.",
      "too-long": "Trois mois au plus : faites une seconde demande pour la suite.",
      "received-later": "Le justificatif est reçu aujourd’hui ou avant.",
    },
  },
  enrolment: {
    none: "Pas d’inscription",
    notYet: "Pas d’inscription tant que les conditions manquent",
    stays: "Inscription déjà faite : elle reste",
    days: ({ first, last }: { first: Temporal.PlainDate; last: Temporal.PlainDate }) =>
      `Du ${formatDayAndYear(first)} au ${formatDayAndYear(last)}`,
    regular: ", régulièrement",
    condition: "Condition non remplie",
    toMeet: "À remplir, ou à passer outre avec un motif sur la page des inscriptions de la famille",
    gone: "Cet enfant n’est plus dans ce foyer, ou la saison est terminée : ouvrez le dossier de la famille.",
    unmet: (sentences: readonly string[]) =>
      `${sentences.join(" ")} Demandez un complément, refusez, ou inscrivez avec un motif sur la page des inscriptions de la famille, puis acceptez la demande.`,
    onItsPage:
      "L’inscription ne peut pas être faite d’ici : faites-la sur la page des inscriptions de la famille, puis acceptez la demande.",
    rhythm: "Comment viendra-t-on ?",
    regularly: "Régulièrement, toutes les semaines ou presque",
    sometimes: "De temps en temps",
    documentHelp: "Ce service le demande. Le document au nom de l’enfant, ou du foyer.",
  },
  person: {
    add: "Personne autorisée",
    remove: "Autorisation à retirer",
    notYet: "Pas autorisée",
    removed: "Retirée",
    gone: "Déjà retirée, ou arrivée à sa fin",
    may: (person: string, child: string) => `${person} peut venir chercher ${child}`,
    over: "Cette date est passée : écrivez aujourd’hui ou un jour à venir, ou laissez vide.",
    none: "Cette autorisation n’est plus dans le dossier : refusez la demande.",
    backwards: "La fin de l’autorisation est passée : demandez un complément à la famille.",
    forbidden:
      "Une décision interdit à une personne de ce nom de venir chercher cet enfant : refusez la demande, et appelez la famille.",
    "unknown-child": "Cet enfant n’est plus dans ce foyer : ouvrez le dossier de la famille.",
  },
  adult: {
    none: "Rien",
    authority: {
      what: "Autorité sur les enfants du foyer",
      after: "Comme tout responsable du foyer, sauf si vous écrivez le contraire sur le dossier",
    },
    account: { what: "Compte", after: "Aucun : vous l’invitez depuis le dossier" },
    alike:
      "Un adulte du même nom est déjà connu. Ajoutez-le depuis le dossier de la famille, où vous direz si c’est le même, puis acceptez la demande.",
    "unknown-household": "Ce foyer n’existe plus : ouvrez le dossier de la famille.",
  },
  pai: {
    over: "Cette date est passée : écrivez celle d’un PAI qui vaut encore.",
    gone: "Cet enfant n’est plus dans ce foyer : ouvrez le dossier de la famille.",
  },
  quotient: {
    value: "Quotient familial",
    resources: "Ressources",
    toCome: "Cette date est à venir : écrivez la date de la situation d’aujourd’hui.",
    tooMany: "Écrivez un nombre d’enfants, de 0 à 20.",
    aeeh: "Il y a plus d’enfants avec l’AEEH que d’enfants à charge.",
    withdrawn: "La famille a retiré sa demande.",
    completed: "La famille a complété sa demande.",
    ended: "Cette déclaration a été refusée ou retirée sur la page du quotient : refusez aussi la demande.",
  },
  first: { what: "À régler d’abord", after: "Impossible tant que c’est ainsi" },
  closure: {
    debt: (owed: Cents) =>
      `Il reste ${formatCents(owed)} à payer : payez cette somme d’abord, depuis « Factures » ou auprès de la régie.`,
    underWay: (amount: Cents) =>
      `Un paiement de ${formatCents(amount)} est en cours : attendez sa réponse, elle arrive en général le jour même.`,
    booked: (count: number, first: Temporal.PlainDate) =>
      `Il y a ${countOf(count, "réservation", "réservations")} à venir, ${count > 1 ? "la première " : ""}le ${formatDay(first)} : annulez, ou attendez que ce soit passé.`,
    agent: "Ce compte est aussi celui d’un agent : retirez d’abord ses rôles, puis acceptez la demande.",
    account: {
      what: "Compte",
      now: "Ouvert",
      after: "Fermé : plus personne ne s’y connecte, et l’agenda s’arrête",
    },
    kept: {
      what: "Dossier et factures",
      now: "Gardés",
      after: "Gardés jusqu’à la fin des durées de conservation, puis effacés",
    },
  },
  separation: {
    lastAdult:
      "Il n’y a pas d’autre adulte dans ce foyer : pour une nouvelle adresse, faites la démarche « Changer d’adresse ou de coordonnées ».",
    toCome: "Cette date est à venir : faites la demande quand vous n’habitez plus ensemble.",
    children: "Les enfants chez vous",
    childrenHelp:
      "Un enfant peut habiter deux foyers. Celui pour qui vous répondez oui est aussi dans votre nouveau foyer, et reste dans l’autre.",
    child: (firstName: string) => `${firstName} habite aussi chez vous ?`,
    household: {
      what: "Nouveau foyer",
      now: "Aucun",
      after: (name: string, place: string) => `${name}, ${place}`,
    },
    leaves: {
      what: "Foyer actuel",
      now: "En fait partie",
      after: "N’en voit plus rien de nouveau ; les autres adultes ne voient rien du nouveau foyer",
    },
    joins: {
      what: (child: string) => `Chez qui vit ${child}`,
      now: "Foyer actuel",
      after: "Nouveau foyer aussi : chacun réserve et paie de son côté",
    },
    enrolments: {
      what: (child: string, activity: string) => `${child}, ${activity}`,
      now: "Inscription du foyer actuel",
      after: (payer: string) => `Aussi une inscription du nouveau foyer, payée par ${payer}`,
    },
    quotient: {
      what: "Quotient familial",
      now: "Celui du foyer actuel",
      after: "À déclarer pour le nouveau foyer",
    },
    pays: (paid: readonly { firstName: string; activityName: string }[]) =>
      `Cet adulte paie encore pour ${joinList(paid.map(({ firstName, activityName }) => `${firstName} (${activityName})`))} dans le foyer actuel : dites d’abord, sur le dossier de la famille, qui paie à partir d’aujourd’hui.`,
    gone: "Cet adulte ou un de ces enfants n’est plus dans ce foyer : ouvrez le dossier de la famille.",
    onItsPage:
      "Une inscription ne peut pas être faite d’ici : demandez à un agent qui inscrit pour tous les lieux, ou refusez et dites à la famille de s’inscrire depuis son nouveau foyer.",
    reason: "Séparation, à sa demande",
    enrolled: "Séparation : les inscriptions du premier foyer sont reprises pour le second",
  },
  certificate: {
    at: "Attestation",
    none: "Cet enfant n’est inscrit à rien aujourd’hui : refusez la demande en le disant, ou inscrivez-le d’abord.",
    gone: "Cet enfant n’est plus dans ce foyer : ouvrez le dossier de la famille.",
    attendance: "Vos attestations de présence",
    tax: "Vos attestations fiscales",
    now: "Rien",
    days: ({ firstDay, lastDay }: { firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate }) =>
      `Inscription du ${formatDayAndYear(firstDay)} au ${formatDayAndYear(lastDay)}`,
    attached: "Jointe à la réponse, en PDF",
  },
  child: {
    toCome: "Écrivez une date de naissance d’aujourd’hui ou d’avant : l’enfant s’ajoute une fois né.",
    alike:
      "Un enfant du même nom, né le même jour, est déjà connu. Ajoutez-le depuis le dossier de la famille, où vous direz si c’est le même, puis acceptez la demande.",
    "not-born": "La date de naissance est à venir : demandez un complément à la famille.",
    "unknown-household": "Ce foyer n’existe plus : ouvrez le dossier de la famille.",
    "unknown-class": "Cette classe n’existe pas cette année.",
  },
} as const;
