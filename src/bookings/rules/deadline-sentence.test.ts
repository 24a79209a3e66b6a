import { describe, expect, test } from "vitest";

import type { NotCounted } from "#kernel";

import { SCHOOL_DAYS, WEEKENDS_AND_HOLIDAYS, calendarOf } from "../../../test/deadline-readings.ts";
import { deadlineOf } from "./deadline.ts";
import { closedSentence, explainDeadline, slotUntilSentence, untilSentence } from "./deadline-sentence.ts";
import type { DaysBeforeRule, DeadlineRule } from "./deadline/deadline-rule.ts";
import { NEVER } from "./deadline/never.ts";
import { slotDeadline } from "./deadline/slot-deadline.ts";

const NOON = Temporal.PlainTime.from("12:00");
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** Non-breaking spaces are checked where times are formatted; here they would hide the words. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("the short sentences, from the instant kept with the slot", () => {
  const friday = at("2026-11-06T11:00:00Z");
  expect(plain(untilSentence(friday, "change"))).toBe("modifiable jusqu’au vendredi 6 novembre à 12 h");
  expect(plain(untilSentence(friday, "book"))).toBe("réservable jusqu’au vendredi 6 novembre à 12 h");
  expect(plain(closedSentence(friday, "cancel"))).toBe(
    "n’est plus annulable depuis le vendredi 6 novembre à 12 h",
  );
  expect(plain(untilSentence(at("2026-11-01T22:59:59.999Z"), "change"))).toBe(
    "modifiable jusqu’au dimanche 1er novembre à 23 h 59",
  );
});

test("two deadlines in one sentence only when they differ", () => {
  const friday = at("2026-11-06T11:00:00Z");
  const thursday = at("2026-11-05T09:00:00Z");
  expect(plain(slotUntilSentence(friday, friday))).toBe("modifiable jusqu’au vendredi 6 novembre à 12 h");
  expect(plain(slotUntilSentence(thursday, friday))).toBe(
    "réservable jusqu’au jeudi 5 novembre à 10 h, annulable jusqu’au vendredi 6 novembre à 12 h",
  );
});

test("an act that is never possible online never shows the instant that stands for it", () => {
  const friday = at("2026-11-06T11:00:00Z");
  expect(untilSentence(NEVER, "cancel")).toBe("ne s’annule pas en ligne");
  expect(closedSentence(NEVER, "cancel")).toBe("ne s’annule pas en ligne");
  expect(slotUntilSentence(NEVER, NEVER)).toBe("ne se modifie pas en ligne");
  expect(plain(slotUntilSentence(friday, NEVER))).toBe(
    "réservable jusqu’au vendredi 6 novembre à 12 h, ne s’annule pas en ligne",
  );
  expect(explainDeadline({ kind: "never" }, "book")).toBe("Ne se réserve pas en ligne.");
});

describe("the reasons of the other forms", () => {
  const WORKING: NotCounted = WEEKENDS_AND_HOLIDAYS;
  const ten = { kind: "time", time: Temporal.PlainTime.from("10:00") } as const;
  const thursday: DeadlineRule = {
    kind: "weekday",
    weekday: 4,
    weeksBefore: 1,
    at: ten,
    onDayOff: "back",
    notCounted: WORKING,
  };
  const groups: DeadlineRule = {
    kind: "weekdayGroups",
    groups: [{ slots: [1], weekday: 5, at: ten }],
    onDayOff: "forward",
    notCounted: WORKING,
  };
  const lastSchoolDay = { slots: "firstDay", rule: { kind: "lastSchoolDay", at: ten } } as const;

  test.each<[string, DeadlineRule, string]>([
    [
      "2027-05-10",
      thursday,
      "Réservable jusqu’au mercredi 5 mai à 10 h, parce que jeudi 6 mai est férié (Ascension).",
    ],
    [
      "2027-05-10",
      { ...thursday, onDayOff: "forward" },
      "Réservable jusqu’au vendredi 7 mai à 10 h, parce que jeudi 6 mai est férié (Ascension).",
    ],
    ["2027-05-10", { ...thursday, onDayOff: "stays" }, "Réservable jusqu’au jeudi 6 mai à 10 h."],
    [
      "2026-05-11",
      groups,
      "Réservable jusqu’au lundi 11 mai à 10 h, parce que vendredi 8 mai est férié (Victoire 1945) et samedi 9 et dimanche 10 mai ne comptent pas (week-end).",
    ],
    [
      "2027-01-04",
      { ...thursday, afterHolidays: lastSchoolDay },
      "Réservable jusqu’au vendredi 18 décembre à 10 h, parce que c’est le jour du retour des vacances de Noël.",
    ],
    [
      "2027-01-07",
      { ...thursday, afterHolidays: { slots: "firstWeek", rule: { kind: "slotStart" } } },
      "Réservable jusqu’au jeudi 7 janvier à 12 h, parce que c’est la semaine du retour des vacances de Noël.",
    ],
    [
      "2026-09-14",
      { kind: "hoursBefore", hours: 24, notCounted: WORKING },
      "Réservable jusqu’au vendredi 11 septembre à 12 h, parce que samedi 12 et dimanche 13 septembre ne comptent pas (week-end).",
    ],
    ["2026-09-16", groups, "Le délai ne peut pas être calculé : le réglage ne dit rien du mercredi."],
    [
      "2026-09-16",
      { kind: "clearDays", days: 15, before: "holidays", at: ten, notCounted: WORKING },
      "Le délai ne peut pas être calculé : il est compté depuis les vacances, et ce jour n’en est pas.",
    ],
  ])("%s %j", (date, rule, sentence) => {
    const day = Temporal.PlainDate.from(date);
    const slot = { date: day, startsAt: NOON, seasonFirstDay: day };
    expect(plain(explainDeadline(deadlineOf(rule, slot, calendarOf()), "book"))).toBe(sentence);
  });

  test("a cut-off that an agent moved gives the agent's reason", () => {
    const day = Temporal.PlainDate.from("2027-05-10");
    const because = "le traiteur est fermé de mercredi à dimanche";
    const moves = [{ firstDay: day, lastDay: day, closesAt: at("2027-05-04T08:00:00Z"), because }];
    const slot = { date: day, startsAt: NOON, seasonFirstDay: day };
    expect(plain(explainDeadline(slotDeadline({ rules: [], moves }, slot, calendarOf()), "cancel"))).toBe(
      "Annulable jusqu’au mardi 4 mai à 10 h, parce que ce délai a été déplacé (le traiteur est fermé de mercredi à dimanche).",
    );
    const other = { ...slot, date: day.add({ days: 1 }) };
    expect(explainDeadline(slotDeadline({ rules: [], moves }, other, calendarOf()), "cancel")).toBe(
      "Aucun délai n’est réglé pour ce jour.",
    );
  });
});

describe("the reasons", () => {
  const explain = (date: string, rule: Partial<DaysBeforeRule>): string => {
    const closures = [
      {
        firstDay: Temporal.PlainDate.from("2026-09-10"),
        lastDay: Temporal.PlainDate.from("2026-09-10"),
        message: "Grève",
      },
    ];
    const full: DaysBeforeRule = {
      kind: "daysBefore",
      days: 1,
      cutOff: { kind: "slotStart" },
      notCounted: WEEKENDS_AND_HOLIDAYS,
      ...rule,
    };
    const day = Temporal.PlainDate.from(date);
    const slot = { date: day, startsAt: NOON, seasonFirstDay: day };
    return plain(explainDeadline(deadlineOf(full, slot, calendarOf("metropole", closures)), "change"));
  };

  test.each<[string, Partial<DaysBeforeRule>, string]>([
    ["2026-09-17", {}, "Modifiable jusqu’au mercredi 16 septembre à 12 h."],
    [
      "2026-11-12",
      {},
      "Modifiable jusqu’au mardi 10 novembre à 12 h, parce que mercredi 11 novembre est férié (Armistice 1918).",
    ],
    [
      "2026-09-14",
      {},
      "Modifiable jusqu’au vendredi 11 septembre à 12 h, parce que samedi 12 et dimanche 13 septembre ne comptent pas (week-end).",
    ],
    [
      "2026-04-07",
      {},
      "Modifiable jusqu’au vendredi 3 avril à 12 h, parce que samedi 4 et dimanche 5 avril ne comptent pas (week-end) et lundi 6 avril est férié (lundi de Pâques).",
    ],
    [
      "2026-11-02",
      {},
      "Modifiable jusqu’au vendredi 30 octobre à 12 h, parce que samedi 31 octobre ne compte pas et dimanche 1er novembre est férié (Toussaint).",
    ],
    [
      "2026-05-18",
      { notCounted: SCHOOL_DAYS },
      "Modifiable jusqu’au mardi 12 mai à 12 h, parce que mercredi 13 mai ne compte pas, jeudi 14 mai est férié (Ascension), vendredi 15 et samedi 16 mai ne comptent pas (pont de l’Ascension) et dimanche 17 mai ne compte pas.",
    ],
    [
      "2026-09-01",
      { notCounted: SCHOOL_DAYS },
      "Modifiable jusqu’au vendredi 3 juillet à 12 h, parce que les jours du samedi 4 juillet au lundi 31 août ne comptent pas (vacances d’été).",
    ],
    [
      "2026-09-11",
      { notCounted: { ...WEEKENDS_AND_HOLIDAYS, closures: true } },
      "Modifiable jusqu’au mercredi 9 septembre à 12 h, parce que jeudi 10 septembre ne compte pas (Grève).",
    ],
    [
      "2026-10-02",
      { days: 15 },
      "Modifiable jusqu’au vendredi 11 septembre à 12 h, parce que les week-ends ne comptent pas.",
    ],
    [
      "2026-10-02",
      { days: 15, notCounted: { ...WEEKENDS_AND_HOLIDAYS, saturdays: false, weekdays: [3] } },
      "Modifiable jusqu’au vendredi 11 septembre à 12 h, parce que les dimanches ne comptent pas et les mercredis ne comptent pas.",
    ],
    [
      "2026-09-28",
      { days: 6 },
      "Modifiable jusqu’au vendredi 18 septembre à 12 h, parce que les week-ends ne comptent pas.",
    ],
    [
      "2027-09-02",
      { notCounted: SCHOOL_DAYS },
      "Le délai n’est pas encore connu : il manque le calendrier scolaire 2027-2028.",
    ],
    [
      "2026-09-14",
      { notCounted: { ...WEEKENDS_AND_HOLIDAYS, weekdays: [1, 2, 3, 4, 5] } },
      "Le délai ne peut pas être calculé : le réglage ne laisse aucun jour qui compte.",
    ],
  ])("%s", (date, rule, sentence) => expect(explain(date, rule)).toBe(sentence));
});
