import { agree, capitalise, countOf, formatDay } from "#kernel";

interface Place {
  date: Temporal.PlainDate;
  unitName: string;
  activityName: string;
  siteName: string;
}

const placeOf = ({ date, unitName, activityName, siteName }: Place) =>
  `${formatDay(date)}, ${unitName} – ${activityName}, ${siteName}`;

/** Words of the page on which an agent moves bookings. */
export const texts = {
  title: "Déplacer des réservations",
  lead: "D’une séance à une autre, sur le même lieu ou un autre. Les familles sont prévenues avec votre message.",
  choose: {
    from: "De : prestation",
    fromDay: "De : jour",
    to: "Vers : prestation",
    toDay: "Vers : jour",
    unit: "Choisir une prestation",
    show: "Voir qui peut venir",
    option: ({ siteName, activityName, unitName }: Omit<Place, "date">) =>
      `${siteName} – ${activityName} – ${unitName}`,
  },
  noUnits: "Vous n’avez le droit de réserver sur aucun lieu qui propose un service.",
  missing: {
    from: "Aucune séance de départ ce jour-là",
    to: "Aucune séance d’arrivée ce jour-là",
    more: "Choisissez un jour où la prestation ouvre : l’occupation les montre.",
    occupancy: "Voir l’occupation",
    same: "Les deux séances sont la même",
    sameMore: "Choisissez un autre jour ou une autre prestation pour l’arrivée.",
  },
  check: {
    title: "Ce qui va se passer",
    lead: "Rien n’est encore fait.",
    from: (place: Place) => `De : ${placeOf(place)}`,
    to: (place: Place) => `Vers : ${placeOf(place)}`,
    count: (all: number, movable: number) =>
      `${countOf(all, "réservation")} au départ, ${movable} ${agree(movable, "peut", "peuvent")} venir.`,
    free: (free: number) =>
      free === 0
        ? "Plus de place à l’arrivée."
        : `${countOf(free, "place libre", "places libres")} à l’arrivée.`,
    who: "Qui déplacer",
    whoHint: "Si les places manquent, les premiers de la liste les ont.",
    full: "Les places sont déjà prises par les premiers de la liste : décochez quelqu’un d’autre pour lui en laisser une.",
    enrolled: (count: number) =>
      `${countOf(count, "personne n’est pas inscrite", "personnes ne sont pas inscrites")} à l’arrivée : ${agree(count, "elle le sera", "elles le seront")} pour ce jour-là. Un déplacement en sens inverse retire cette inscription.`,
    outside: (count: number) =>
      `${countOf(count, "personne ne remplit", "personnes ne remplissent")} pas les conditions de l’arrivée : ${agree(count, "elle n’est pas cochée", "elles ne sont pas cochées")}.`,
    enrolls: "Sera inscrit à l’arrivée pour ce jour-là.",
    unmet: (conditions: readonly string[]) =>
      conditions.length === 1
        ? `Ne remplissent pas la condition : ${conditions.join("")}`
        : `Ne remplissent pas les conditions : ${conditions.join(" ; ")}`,
    whoMoves: "Qui vient ?",
    ticked: "Les personnes cochées",
    tickedHint: "Au départ, toutes celles qui remplissent les conditions.",
    all: (count: number) => `Toutes, aussi hors conditions (${count})`,
    allHint: "Cochées ou non, avec un motif pour passer outre.",
    over: "Motif pour passer outre les conditions",
    overHint: "Demandé pour déplacer une personne hors conditions. La famille le lit sur l’inscription.",
    staying: (count: number) =>
      `${countOf(count, "personne")} ne ${agree(count, "peut", "peuvent")} pas venir`,
    name: "Nom et prénom",
    why: "Pourquoi",
    nobody: "Personne n’a réservé au départ : il n’y a rien à déplacer.",
    nobodyWithin: "Personne, parmi celles qui peuvent venir, ne remplit les conditions.",
    nobodyCan: "Personne ne peut venir.",
    message: "Message aux familles",
    messageHint:
      "Par exemple « Le car ne passe pas ce jour-là ». Il se lit dans l’e-mail et dans l’historique.",
    submit: "Déplacer",
    change: "Changer les séances",
  },
  toCorrect: {
    nobody: "Cochez au moins une personne à déplacer.",
    gone: "Ces personnes n’ont plus de réservation au départ : rien n’a été fait, voici qui y est encore.",
    noMessage: "Écrivez un message : les familles le liront.",
    needsReason: (why: readonly string[]) =>
      `Écrivez un motif pour passer outre, ou ne choisissez que des personnes qui remplissent les conditions (${why.join(" ; ")}).`,
    sentTwice: "Cette page a déjà servi. Rien n’a été fait de plus : voici où en sont les réservations.",
  },
  done: {
    title: (count: number) =>
      count === 0 ? "Rien n’a été déplacé" : countOf(count, "réservation déplacée", "réservations déplacées"),
    from: (place: Place) => `De : ${placeOf(place)}.`,
    to: (place: Place) => `Vers : ${placeOf(place)}.`,
    by: (name: string, message: string) => `${capitalise(name)} : « ${message} »`,
    told: (families: number) => `${countOf(families, "famille prévenue", "familles prévenues")} par e-mail.`,
    enrolled: (names: readonly string[]) =>
      `Une inscription pour ce jour-là a été faite à l’arrivée pour : ${names.join(", ")}. Un déplacement en sens inverse la retire.`,
    unenrolled: (names: readonly string[]) =>
      `L’inscription qu’un déplacement avait faite au départ a été retirée pour : ${names.join(", ")}.`,
    over: (names: readonly string[], reason: string) =>
      `Hors conditions : ${names.join(", ")}. Motif : « ${reason} »`,
    back: "Déplacer dans l’autre sens",
    stayed: (count: number) =>
      countOf(count, "réservation n’a pas pu venir", "réservations n’ont pas pu venir"),
  },
} as const;
