import { valuesOf, type Values } from "#platform";

import type { WrittenRule } from "../../../ruleset/stored/deadline-table.ts";

/** The prefix of the fields of the rule for the return from holidays. */
export const RETURN = "retour-";

/** The words of weekdays in the file, from Monday on. */
export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

type AnyRule = WrittenRule | NonNullable<WrittenRule["afterHolidays"]>["rule"];
type Fields = Record<string, string | readonly string[]>;

/** What the fields say of a rule that is stored, so that it can be changed. */
export function valuesOfRule(rule: WrittenRule): Values {
  const { afterHolidays } = rule;
  return valuesOf({
    ...fieldsOf(rule, ""),
    ...(afterHolidays === undefined ? {} : fieldsOf(afterHolidays.rule, RETURN)),
  });
}

/** What the fields say at first: the most usual rule. */
export const usualValues: Values = valuesOf(
  Object.fromEntries(
    ["", RETURN].flatMap((prefix) => [
      [`${prefix}jours`, "1"],
      [`${prefix}coupe`, "heure"],
      [`${prefix}hors`, ["saturdays", "sundays", "publicHolidays"]],
      [`${prefix}jour`, "4"],
      [`${prefix}semaines`, "1"],
      [`${prefix}sinon`, "avant"],
      [`${prefix}avant`, "saison"],
    ]),
  ),
);

function fieldsOf(rule: AnyRule, prefix: string): Fields {
  const named = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [prefix + name, value]));
  switch (rule.kind) {
    case "daysBefore":
      return named({ jours: String(rule.days), ...cutFields(rule.cutOff), hors: skipped(rule.notCounted) });
    case "weekday":
      return named({
        jour: String(numberOf(rule.weekday)),
        semaines: String(rule.weeksBefore),
        ...cutFields(rule.at),
        sinon: DAY_OFF_NAMES[rule.onDayOff],
        hors: skipped(rule.notCounted),
      });
    case "weekdayGroups":
      return named({
        ...Object.assign(
          {},
          ...rule.groups.flatMap((group) => group.slots.map((slot) => groupFields(slot, group))),
        ),
        sinon: DAY_OFF_NAMES[rule.onDayOff],
        hors: skipped(rule.notCounted),
      });
    case "clearDays":
      return named({
        francs: String(rule.days),
        avant: rule.before === "season" ? "saison" : "vacances",
        ...cutFields(rule.at),
        hors: skipped(rule.notCounted),
      });
    case "hoursBefore":
      return named({ heures: String(rule.hours), hors: skipped(rule.notCounted) });
    case "until":
      return named({ le: rule.at.slice(0, 10), "le-heure": rule.at.slice(11) });
    case "lastSchoolDay":
      return named(cutFields(rule.at));
    case "slotStart":
    case "never":
      return {};
  }
}

/** « saturday » and « saturdays » are the same days: the page has one box. */
function skipped(words: readonly string[] = []): readonly string[] {
  return words.map((word) => (word === "saturday" || word === "sunday" ? `${word}s` : word));
}

/** The names of what becomes of a cut-off whose day does not count. */
export const DAY_OFF_NAMES = { back: "avant", forward: "apres", stays: "reste" } as const;

const numberOf = (weekday: (typeof WEEKDAYS)[number]) => WEEKDAYS.indexOf(weekday) + 1;

function cutFields(cut: string): { coupe: string; heure: string } {
  if (cut === "slotStart") return { coupe: "debut", heure: "" };
  return cut === "endOfDay" ? { coupe: "soir", heure: "" } : { coupe: "heure", heure: cut };
}

function groupFields(
  slot: (typeof WEEKDAYS)[number],
  { weekday, at }: { weekday: (typeof WEEKDAYS)[number]; at: string },
): Fields {
  const { coupe, heure } = cutFields(at);
  const field = `ferme-${numberOf(slot)}`;
  return { [field]: String(numberOf(weekday)), [`${field}-coupe`]: coupe, [`${field}-heure`]: heure };
}
