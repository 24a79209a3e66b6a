/** What became of a booking that an agent wanted to move; all but « moved » say why it stayed where it was. */
export const MOVE_OUTCOMES = [
  "moved",
  "full",
  "wrong_age",
  "already_booked",
  "already_waiting",
  "not_booked",
  "not_enrolled",
  "outside_conditions",
  "not_for_them",
  "bad_hours",
  "bad_companions",
  "package",
  "excluded",
  "needs_other",
  "needed_there",
  "incomplete_package",
  "below_minimum",
  "closed",
  "past",
] as const;

/** See `MOVE_OUTCOMES`. */
export type MoveOutcome = (typeof MOVE_OUTCOMES)[number];

/** Why a booking is not moved, and what to do instead. */
const WHY: Readonly<Record<Exclude<MoveOutcome, "moved">, string>> = {
  full: "Plus de place à cet endroit ce jour-là.",
  wrong_age: "Les places de cette prestation sont pour un autre âge.",
  already_booked: "Y a déjà une place ce jour-là : annulez l’une des deux depuis le dossier de la famille.",
  already_waiting: "Est déjà sur la liste d’attente de cette séance : la place viendra par la liste.",
  not_booked: "N’a plus de réservation ici : la famille vient de l’annuler, ou elle attend d’être payée.",
  not_enrolled: "Son inscription à ce service ne couvre pas ce jour : changez-la d’abord.",
  outside_conditions: "Ne remplit pas les conditions de ce service.",
  not_for_them: "Ce service n’est pas ouvert à cette personne (enfants ou adultes).",
  bad_hours: "Ses heures de présence ne conviennent pas : changez-les depuis le dossier de la famille.",
  bad_companions: "Vient avec plus d’enfants que cette prestation n’en accueille avec une même personne.",
  package:
    "Fait partie d’une prestation (semaine, séjour, cours) qui se réserve entière : voyez avec la famille.",
  excluded: "A déjà ce jour-là une prestation qui ne se cumule pas avec celle-ci.",
  needs_other: "Cette prestation en demande une autre le même jour, que cette personne n’a pas.",
  needed_there: "Une autre de ses réservations du jour a besoin de celle-ci : déplacez-la d’abord.",
  incomplete_package: "Sa semaine ne serait plus complète : voyez avec la famille.",
  below_minimum: "Il lui resterait moins de jours que le minimum de la semaine : voyez avec la famille.",
  closed: "Cette séance est fermée.",
  past: "L’une des deux séances a déjà commencé : elle ne change plus.",
};

/** « Plus de place à cet endroit ce jour-là. »; empty for what was moved. */
export function moveSentence(outcome: MoveOutcome): string {
  return outcome === "moved" ? "" : WHY[outcome];
}
