import type { Outcome } from "./lines.ts";

/**
 * What a family can do now about lines that were refused, and about places that are kept until they are paid, each
 * advice once: « Une place se libère parfois : le planning le montre. » Empty when nothing can or need be done.
 */
export function whatNow(outcomes: readonly Outcome[]): readonly string[] {
  const advice = outcomes.map(adviceOf).filter((sentence) => sentence !== null);
  return [...new Set(advice)];
}

function adviceOf(outcome: Outcome): string | null {
  switch (outcome) {
    case "full":
      return "Mettez-vous sur la liste d’attente depuis le planning : une place se libère parfois.";
    case "class_away":
      return "Si votre enfant vient quand même ce jour-là, appelez-nous : un agent peut le réserver.";
    case "not_open_yet":
      return "Revenez à l’ouverture : le planning dit le jour et l’heure.";
    case "too_late_to_book":
    case "too_late_to_cancel":
    case "too_late_to_change":
    case "window_closed":
      return "Après le délai, seul un agent peut encore changer ce jour : appelez-nous, et dites pourquoi.";
    case "closed":
    case "excluded_elsewhere":
    case "wrong_age":
      return "Choisissez un autre jour dans le planning.";
    case "unknown":
      return "Si un jour vous manque, appelez-nous : l’inscription est peut-être à compléter.";
    case "bad_hours":
    case "bad_companions":
    case "excluded":
    case "needs_other":
    case "needed":
    case "refused_with":
    case "incomplete_package":
    case "below_minimum":
      return "Ouvrez de nouveau le planning et complétez la semaine : rien de ce qui est refusé n’a été enregistré.";
    case "held":
      return "Une place gardée n’est à vous qu’une fois payée : payez-la depuis votre panier, qui dit jusqu’à quand elle est gardée.";
    case "offer_over":
    case "booked":
    case "cancelled":
    case "changed":
    case "waiting":
    case "left":
    case "declined":
    case "already_booked":
    case "already_waiting":
    case "not_booked":
    case "same_hours":
    case "repeated":
    case "past":
      return null;
  }
}
