import { codeFrom } from "#activities";
import { firstValue, type FormReader, type Values } from "#platform";

import { enrolmentConditions } from "../../../../enrolments/condition-format.ts";
import { FILE_ITEMS } from "../../../../rules/conditions/condition.ts";
import type { EnrolmentEntry } from "../../../../ruleset/stored/stored-enrolment.ts";
import { MOST_GROUPS } from "./condition-values.ts";
import { texts } from "./texts.fr.ts";

/** Reads the fields of the rule; the schema of the file has the last word. */
export function readConditions(reader: FormReader, values: Values): EnrolmentEntry {
  const by = reader.choice("qui", ["family", "agent"]) ?? "agent";
  const written = [
    ...age(reader, values),
    ...school(reader),
    ...(isTicked(reader, "commune") ? [{ kind: "residence" }] : []),
    ...file(reader),
    ...listOf(reader, "documents").map((document) => ({ kind: "document", document })),
    ...(isTicked(reader, "fratrie") ? [{ kind: "sibling" }] : []),
    ...audience(reader),
    ...(isTicked(reader, "habitue") ? [{ kind: "regular" }] : []),
    ...reserved(values),
    ...(values.get("autre") ?? []).map((text) => json(reader, text)),
    ...groups(reader, values),
  ];
  if (reader.corrections.length > 0) return { by, conditions: [] };
  const parsed = enrolmentConditions.safeParse(written);
  if (parsed.success) return { by, conditions: parsed.data };
  const message = parsed.error.issues.find(({ code }) => code === "custom")?.message;
  reader.correct("regle", message ?? texts.toCorrect.unreadable);
  return { by, conditions: [] };
}

const isTicked = (reader: FormReader, field: string) => reader.ticked(field, ["1"]).length > 0;

function age(reader: FormReader, values: Values): readonly unknown[] {
  const on = reader.choice("age-le", ["", "slotDay", "enrolment", "seasonStart", "date"]);
  const inMonths = reader.choice("age-unite", ["ans", "mois"]) === "mois";
  const bounds = { least: 0, most: inMonths ? 1440 : 120 };
  const from = reader.count("age-de", bounds);
  const until = reader.count("age-a", bounds);
  if (on === undefined || on === "") {
    if ((from ?? until) !== undefined) reader.correct("age-le", texts.toCorrect.ageOn);
    return [];
  }
  if ((from ?? until) === undefined || (until ?? Infinity) <= (from ?? 0)) {
    reader.correct("age-de", texts.toCorrect.ages);
    return [];
  }
  const day = on === "date" ? ageDay(firstValue(values, "age-date")) : on;
  if (day === undefined) reader.correct("age-date", texts.toCorrect.ageDate);
  const unit = inMonths ? "Months" : "Years";
  return [
    {
      kind: "age",
      on: day,
      ...(from === undefined ? {} : { [`from${unit}`]: from }),
      ...(until === undefined ? {} : { [`until${unit}`]: until }),
    },
  ];
}

/** « 31/12 » is « 12-31 », « 31/12/2026 » is « 2026-12-31 »; undefined where it is no day. */
function ageDay(text: string): string | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})\/(\d{1,2})(?:\/(20\d\d))?\s*$/.exec(text) ?? [];
  if (day === undefined || month === undefined) return undefined;
  const written = `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  try {
    if (year === undefined) return Temporal.PlainMonthDay.from(written).toString();
    return Temporal.PlainDate.from(`${year}-${written}`).toString();
  } catch {
    return undefined;
  }
}

/** « École de Rue ; École de Quend », each once. */
function listOf(reader: FormReader, field: string): readonly string[] {
  const names = reader.text(field, 1000).split(";");
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ""))];
}

function school(reader: FormReader): readonly unknown[] {
  const [schools, levels, classes] = [
    listOf(reader, "ecoles"),
    listOf(reader, "niveaux"),
    listOf(reader, "classes"),
  ];
  const said = { schools, levels, classes };
  const named = Object.entries(said).filter(([, names]) => names.length > 0);
  return named.length === 0 ? [] : [{ kind: "school", ...Object.fromEntries(named) }];
}

function file(reader: FormReader): readonly unknown[] {
  const needs = reader.ticked("dossier", FILE_ITEMS);
  return needs.length === 0 ? [] : [{ kind: "completeFile", needs }];
}

function audience(reader: FormReader): readonly unknown[] {
  const who = reader.choice("public", ["", "children", "adults"]);
  return who === undefined || who === "" ? [] : [{ kind: "audience", who }];
}

function reserved(values: Values): readonly unknown[] {
  const groups = values.get("reserve") ?? [];
  return groups.length === 0 ? [] : [{ kind: "group", groups }];
}

function groups(reader: FormReader, values: Values): readonly unknown[] {
  const codes: string[] = [];
  return Array.from({ length: MOST_GROUPS }, (_, index) => `groupe-${index}`).flatMap((prefix) => {
    if (firstValue(values, `${prefix}-nom`).trim() === "") return [];
    const name = reader.text(`${prefix}-nom`, 100);
    const known = firstValue(values, `${prefix}-code`);
    const group = known === "" ? codeFrom(name, codes) : known;
    codes.push(group);
    const before = reader.corrections.length;
    const points = reader.count(`${prefix}-points`, { least: 0, most: 1000 });
    if (points === undefined && reader.corrections.length === before)
      reader.correct(`${prefix}-points`, texts.toCorrect.points);
    return [{ kind: "priority", group, name, points, ...whoOf(reader, values, prefix) }];
  });
}

function whoOf(reader: FormReader, values: Values, prefix: string): { who?: unknown } {
  const who = reader.choice(`${prefix}-qui`, ["agent", "residence", "sibling", "regular", "garder"]);
  if (who === undefined || who === "agent") return {};
  return { who: who === "garder" ? json(reader, firstValue(values, `${prefix}-regle`)) : { kind: who } };
}

/** A condition that the page carried whole; the schema reads it after. */
function json(reader: FormReader, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    reader.correct("regle", texts.toCorrect.unreadable);
    return undefined;
  }
}
