import type { SchoolPeriod } from "./school-calendar.ts";

const NAMES: Readonly<Record<string, string>> = {
  Toussaint: "vacances de la Toussaint",
  Noël: "vacances de Noël",
  Hiver: "vacances d’hiver",
  Printemps: "vacances de printemps",
  Été: "vacances d’été",
};

/**
 * « vacances de la Toussaint », « vacances d’hiver », « pont de l’Ascension », as they read inside a sentence; the
 * State's files write the typewriter's apostrophe.
 */
export function schoolPeriodName(period: SchoolPeriod): string {
  const name = NAMES[period.label];
  if (name !== undefined) return name;
  const label = period.label.replaceAll("'", "’");
  return label.charAt(0).toLocaleLowerCase("fr-FR") + label.slice(1);
}
