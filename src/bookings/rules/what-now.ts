import type { Outcome } from "./lines.ts";

/**
 * What a family can do now about lines that were refused, each advice once: « Une place se libère parfois : le planning
 * le montre. » Empty when nothing was refused, or nothing can be done.
 */
export function whatNow(outcomes: readonly Outcome[]): readonly string[] {
  const advice = outcomes.map(adviceOf).filter((sentence) => sentence !== null);
  return [...new Set(advice)];
}

function adviceOf(outcome: Outcome): string | null {
  switch (outcome) {
    case "full":
      return "Une place se libère parfois : le planning le montre.";
    case "too_late_to_book":
    case "too_late_to_cancel":
      return "Après le délai, seul un agent peut encore changer ce jour : appelez-nous, et dites pourquoi.";
    case "closed":
      return "Choisissez un autre jour dans le planning.";
    case "unknown":
      return "Si un jour vous manque, appelez-nous : l'inscription est peut-être à compléter.";
    case "booked":
    case "cancelled":
    case "already_booked":
    case "not_booked":
    case "repeated":
    case "past":
      return null;
  }
}
