import { formReader, type Correction, type FormReader, type Values } from "#platform";

import { deadlineRuleFormat, writeDeadlineRule } from "../../../deadlines/rule-format.ts";
import type { WrittenRule } from "../../../ruleset/stored/deadline-table.ts";
import { keysOf, RETURN_FORMS, type FormName, type ReturnFormName, type RuleChoice } from "./rule-choice.ts";
import { DAY_OFF_NAMES, RETURN, WEEKDAYS } from "./rule-values.ts";
import { texts } from "./texts.fr.ts";

/** The rule that the fields say, as the file writes it; null where there is none of its own. Or what to correct. */
export type ReadRule =
  | { readonly rule: WrittenRule | null; readonly from: string }
  | { readonly corrections: readonly Correction[] };

/** Reads the fields of a rule of the chosen form. The file's own schema has the last word. */
export function readRule(values: Values, { form, onReturn, returnForm }: RuleChoice): ReadRule {
  const reader = formReader(values);
  if (form === undefined) reader.correct("forme", texts.toCorrect.noForm);
  const written = form === undefined || form === "general" ? null : plainRule(reader, form, "");
  const exception =
    onReturn !== undefined && form !== "general" ? returnRule(reader, onReturn, returnForm) : {};
  const from = reader.date("du");
  if (reader.corrections.length > 0) return { corrections: reader.corrections };
  if (written === null) return { rule: null, from };
  const parsed = deadlineRuleFormat.safeParse({ ...written, ...exception });
  if (parsed.success) return { rule: writeDeadlineRule(parsed.data), from };
  const message = parsed.error.issues.find(({ code }) => code === "custom")?.message;
  return { corrections: [{ field: "regle", message: message ?? texts.toCorrect.unreadable }] };
}

function returnRule(reader: FormReader, onReturn: "jour" | "semaine", form: ReturnFormName | undefined) {
  if (form === undefined) {
    reader.correct("retour-forme", texts.toCorrect.noReturnForm);
    return {};
  }
  const slots = onReturn === "jour" ? "firstDay" : "firstWeek";
  return { afterHolidays: { slots, rule: plainRule(reader, form, RETURN) } };
}

function plainRule(reader: FormReader, form: Exclude<FormName, "general"> | ReturnFormName, prefix: string) {
  const kind = RETURN_FORMS[form];
  const number = (field: string, least: number, most: number): number => {
    const before = reader.corrections.length;
    const read = reader.count(prefix + field, { least, most });
    if (read === undefined && reader.corrections.length === before)
      reader.correct(prefix + field, texts.toCorrect.number(least, most));
    return read ?? least;
  };
  const skipped = () => ({ notCounted: reader.ticked(`${prefix}hors`, keysOf(texts.form.kinds)) });
  const onDayOff = () => {
    const name = reader.choice(`${prefix}sinon`, Object.values(DAY_OFF_NAMES));
    return { onDayOff: keysOf(DAY_OFF_NAMES).find((key) => DAY_OFF_NAMES[key] === name) };
  };
  const at = () => cutOff(reader, `${prefix}coupe`, `${prefix}heure`);
  switch (kind) {
    case "daysBefore":
      return { kind, days: number("jours", 0, 90), cutOff: at(), ...skipped() };
    case "weekday": {
      const weekday = WEEKDAYS[number("jour", 1, 7) - 1];
      return { kind, weekday, weeksBefore: number("semaines", 1, 8), at: at(), ...onDayOff(), ...skipped() };
    }
    case "weekdayGroups":
      return { kind, groups: groups(reader, prefix), ...onDayOff(), ...skipped() };
    case "clearDays": {
      const before = reader.choice(`${prefix}avant`, keysOf(texts.form.befores));
      return {
        kind,
        days: number("francs", 0, 365),
        before: before === "vacances" ? "holidays" : "season",
        at: at(),
        ...skipped(),
      };
    }
    case "hoursBefore":
      return { kind, hours: number("heures", 0, 2160), ...skipped() };
    case "until":
      return { kind, at: `${reader.date(`${prefix}le`)}T${reader.time(`${prefix}le-heure`)}` };
    case "lastSchoolDay":
      return { kind, at: at() };
    case "slotStart":
    case "never":
      return { kind };
  }
}

function cutOff(reader: FormReader, choice: string, time: string): string {
  const chosen = reader.choice(choice, keysOf(texts.form.cuts));
  if (chosen === "heure") return reader.time(time);
  return chosen === "soir" ? "endOfDay" : "slotStart";
}

/** One choice for each weekday of a slot; the file puts together those that close alike. */
function groups(reader: FormReader, prefix: string) {
  const closing = WEEKDAYS.flatMap((slot, index) => {
    const field = `${prefix}ferme-${index + 1}`;
    const chosen = reader.count(field, { least: 1, most: 7 });
    if (chosen === undefined) return [];
    return [{ slot, weekday: WEEKDAYS[chosen - 1], at: cutOff(reader, `${field}-coupe`, `${field}-heure`) }];
  });
  if (closing.length === 0) reader.correct(`${prefix}ferme-1`, texts.toCorrect.noGroup);
  const alike = Map.groupBy(closing, ({ weekday, at }) => `${weekday} ${at}`);
  return [...alike.values()].flatMap((group) => {
    const [one] = group;
    return one === undefined
      ? []
      : [{ slots: group.map(({ slot }) => slot), weekday: one.weekday, at: one.at }];
  });
}
