import { expect, test } from "vitest";

import { parseDeadlineRule } from "./rule-format.ts";
import { ruleSentence } from "../rules/deadline/rule-sentence.ts";

const WORKING = ["saturdays", "sundays", "publicHolidays"];

test.each([
  [
    { kind: "daysBefore", days: 1, cutOff: "slotStart", notCounted: WORKING },
    "1 jour avant, à l’heure de la séance (les samedis, les dimanches et les jours fériés ne comptent pas).",
  ],
  [{ kind: "daysBefore", days: 0, cutOff: "07:00" }, "Le jour même, à 7 h."],
  [
    {
      kind: "daysBefore",
      days: 8,
      cutOff: "endOfDay",
      notCounted: ["wednesday", "schoolHolidays", "closures"],
    },
    "8 jours avant, jusqu’à minuit (les mercredis, les vacances scolaires et les fermetures ne comptent pas).",
  ],
  [
    {
      kind: "weekday",
      weekday: "thursday",
      weeksBefore: 1,
      at: "10:00",
      onDayOff: "back",
      notCounted: ["publicHolidays"],
    },
    "Le jeudi de la semaine d’avant, à 10 h (les jours fériés ne comptent pas), avancé au dernier jour qui compte si c’en est un.",
  ],
  [
    {
      kind: "weekday",
      weekday: "monday",
      weeksBefore: 2,
      at: "endOfDay",
      onDayOff: "forward",
      notCounted: ["publicHolidays"],
    },
    "Le lundi de 2 semaines plus tôt, jusqu’à minuit (les jours fériés ne comptent pas), reporté au premier jour qui compte si c’en est un.",
  ],
  [
    { kind: "weekday", weekday: "wednesday", weeksBefore: 1, at: "endOfDay", onDayOff: "stays" },
    "Le mercredi de la semaine d’avant, jusqu’à minuit.",
  ],
  [
    {
      kind: "weekdayGroups",
      groups: [
        { slots: ["monday", "tuesday"], weekday: "friday", at: "09:00" },
        { slots: ["thursday"], weekday: "tuesday", at: "09:30" },
      ],
      onDayOff: "stays",
    },
    "Pour lundi et mardi, le vendredi d’avant à 9 h ; pour jeudi, le mardi d’avant à 9 h 30.",
  ],
  [
    { kind: "clearDays", days: 15, before: "season", at: "endOfDay" },
    "15 jours francs avant le premier jour de la saison, jusqu’à minuit.",
  ],
  [
    { kind: "clearDays", days: 1, before: "holidays", at: "12:00" },
    "1 jour franc avant le premier jour des vacances, à 12 h.",
  ],
  [
    { kind: "clearDays", days: 0, before: "season", at: "endOfDay" },
    "La veille du premier jour de la saison, jusqu’à minuit.",
  ],
  [
    { kind: "clearDays", days: 2, before: "holidays", at: "12:00" },
    "2 jours francs avant le premier jour des vacances, à 12 h.",
  ],
  [{ kind: "daysBefore", days: 0, cutOff: "07:00" }, "Le jour même, à 7 h."],
  [{ kind: "daysBefore", days: 2, cutOff: "10:00" }, "2 jours avant, à 10 h."],
  [{ kind: "hoursBefore", hours: 1 }, "1 heure avant le début de la séance."],
  [{ kind: "hoursBefore", hours: 2 }, "2 heures avant le début de la séance."],
  [{ kind: "hoursBefore", hours: 48 }, "48 heures avant le début de la séance."],
  [
    { kind: "until", at: "2026-08-23T23:59" },
    "Jusqu’au dimanche 23 août 2026 à 23 h 59, pour toutes les séances.",
  ],
  [{ kind: "slotStart" }, "Jusqu’au début de la séance."],
  [{ kind: "never" }, "Pas en ligne."],
  [
    {
      kind: "daysBefore",
      days: 1,
      cutOff: "11:00",
      afterHolidays: { slots: "firstDay", rule: { kind: "lastSchoolDay", at: "11:00" } },
    },
    "1 jour avant, à 11 h ; pour le premier jour d’école après des vacances, le dernier jour d’école avant ces vacances, à 11 h.",
  ],
])("%j", (written, sentence) => {
  expect(ruleSentence(parseDeadlineRule(written)).replaceAll("\u00a0", " ")).toBe(sentence);
});
