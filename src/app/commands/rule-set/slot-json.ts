import { explainDeadline, slotInFile, type Deadline } from "#bookings";
import { ok, parisDateTime, refuse, type Result, type SkippedDays } from "#kernel";

import { fileCalendar } from "../../ruleset/file-calendar.ts";
import type { RuleSet } from "../../ruleset/schema.ts";
import { texts } from "./texts.fr.ts";

/** The deadlines of one slot of a file, ready for JSON; a refusal is one sentence. */
export function slotJson(
  ruleSet: RuleSet,
  { activity, unit, slot }: { activity: string; unit: string; slot: Temporal.PlainDate },
): Result<object, string> {
  const calendar = fileCalendar(ruleSet);
  const found = slotInFile(ruleSet, { activity, unit, date: slot }, calendar);
  switch (found.kind) {
    case "unknownActivity":
      return refuse(texts.unknownActivity(activity, found.known));
    case "unknownUnit":
      return refuse(texts.unknownUnit(unit, activity, found.known));
    case "outOfSeason":
      return refuse(texts.outOfSeason(activity, slot));
    case "slot": {
      const { season, startsAt, deadlines, day } = found;
      return ok({
        activity,
        unit,
        season,
        slot: `${slot.toString()}T${startsAt.toString({ smallestUnit: "minute" })}`,
        opens: day.kind === "open",
        ...(day.kind === "closed" ? { closedBecause: day.label } : {}),
        ...(day.kind === "unknown" ? { missingSchoolYear: day.schoolYear } : {}),
        book: deadlineJson(deadlines.book, "book"),
        cancel: deadlineJson(deadlines.cancel, "cancel"),
        change: deadlineJson(deadlines.change, "change"),
      });
    }
  }
}

function deadlineJson(deadline: Deadline, act: "book" | "cancel" | "change") {
  const sentence = explainDeadline(deadline, act);
  if (deadline.kind !== "closes")
    return { until: null, why: deadline.kind === "never" ? "never" : deadline.because.code, sentence };
  return {
    until: deadline.at.toString(),
    local: parisDateTime(deadline.at).toString({ smallestUnit: "second" }),
    skipped: deadline.skipped.map(skippedJson),
    ...(deadline.afterHolidays === null ? {} : { afterHolidays: deadline.afterHolidays.holidays.label }),
    sentence,
  };
}

function skippedJson({ first, last, reason }: SkippedDays) {
  return { first: first.toString(), last: last.toString(), reason: reason.kind, ...nameOf(reason) };
}

function nameOf(reason: SkippedDays["reason"]): { name?: string } {
  switch (reason.kind) {
    case "publicHoliday":
      return { name: reason.name };
    case "schoolHoliday":
      return { name: reason.period.label };
    case "closure":
      return { name: reason.closure.message };
    case "weekend":
    case "weekday":
      return {};
  }
}
