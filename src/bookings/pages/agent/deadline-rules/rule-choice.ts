import { firstValue, type Values } from "#platform";
import type { ActivityOffer } from "#activities";

import type { DeadlineAct } from "../../../rules/deadline-sentence.ts";
import type { WrittenRule } from "../../../ruleset/stored/deadline-table.ts";

/** The forms of a deadline as the page's address names them. */
export const FORMS = {
  jours: "daysBefore",
  semaine: "weekday",
  groupes: "weekdayGroups",
  francs: "clearDays",
  glissant: "hoursBefore",
  date: "until",
  debut: "slotStart",
  jamais: "never",
} as const;

/** The same on the return from holidays, where one more is possible. */
export const RETURN_FORMS = { ...FORMS, "dernier-jour": "lastSchoolDay" } as const;

/** A form's name in an address; « general » is no rule of its own. */
export type FormName = keyof typeof FORMS | "general";
/** The same on the return from holidays. */
export type ReturnFormName = keyof typeof RETURN_FORMS;

/** The acts as the page's address names them. */
export const ACT_NAMES = { reserver: "book", annuler: "cancel", changer: "change" } as const;

/** What a rule is about and which form it has: what the first step chooses, carried by its address. */
export interface RuleChoice {
  /** Codes; null: all of them. */
  readonly units: readonly string[] | null;
  readonly season: string | null;
  readonly acts: readonly DeadlineAct[];
  readonly form: FormName | undefined;
  readonly onReturn: "jour" | "semaine" | undefined;
  readonly returnForm: ReturnFormName | undefined;
}

/** Reads what was chosen; undefined where it names a unit or a season that the activity has not. */
export function ruleChoice(values: Values, { units, seasons }: ActivityOffer): RuleChoice | undefined {
  const asked = firstValue(values, "prestations");
  const chosen = chosenUnits(asked, units);
  const seasonId = firstValue(values, "saison");
  const season = seasonId === "" ? null : seasons.find((one) => one.seasonId === seasonId)?.name;
  if (chosen === undefined || season === undefined) return undefined;
  const onReturn = firstValue(values, "retour");
  return {
    units: chosen,
    season,
    acts: keysOf(ACT_NAMES)
      .filter((name) => values.get("acte")?.includes(name))
      .map((name) => ACT_NAMES[name]),
    form: [...keysOf(FORMS), "general" as const].find((name) => name === firstValue(values, "forme")),
    onReturn: onReturn === "jour" || onReturn === "semaine" ? onReturn : undefined,
    returnForm: keysOf(RETURN_FORMS).find((name) => name === firstValue(values, "retour-forme")),
  };
}

function chosenUnits(asked: string, units: ActivityOffer["units"]): readonly string[] | null | undefined {
  if (asked === "") return null;
  const found = units.filter(({ unitId, withMeal }) =>
    asked === "avec-repas" ? withMeal : asked === "sans-repas" ? !withMeal : unitId === asked,
  );
  return found.length === 0 ? undefined : found.map(({ code }) => code);
}

/** The address's words for a rule: which form it has, and what the return from holidays is. */
export function formOf(rule: WrittenRule): Record<string, string> {
  const nameOf = (kind: string) => keysOf(RETURN_FORMS).find((name) => RETURN_FORMS[name] === kind) ?? "";
  const { afterHolidays } = rule;
  if (afterHolidays === undefined) return { forme: nameOf(rule.kind) };
  return {
    forme: nameOf(rule.kind),
    retour: afterHolidays.slots === "firstDay" ? "jour" : "semaine",
    "retour-forme": nameOf(afterHolidays.rule.kind),
  };
}

/** The keys of a table of names. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table).filter((key): key is Key => key in table);
}
