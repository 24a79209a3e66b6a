import { describe, expect, test } from "vitest";
import { SCHOOL_DAYS, WEEKENDS_AND_HOLIDAYS, calendarOf } from "../../../test/deadline-readings.ts";
import { deadlineOf } from "./deadline.ts";
import { closedSentence, explainDeadline, slotUntilSentence, untilSentence } from "./deadline-sentence.ts";
import type { DaysBeforeRule } from "./deadline/deadline-rule.ts";

const NOON = Temporal.PlainTime.from("12:00");
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** Non-breaking spaces are checked where times are formatted; here they would hide the words. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("the short sentences, from the instant kept with the slot", () => {
  const friday = at("2026-11-06T11:00:00Z");
  expect(plain(untilSentence(friday, "change"))).toBe("modifiable jusqu'au vendredi 6 novembre à 12 h");
  expect(plain(untilSentence(friday, "book"))).toBe("réservable jusqu'au vendredi 6 novembre à 12 h");
  expect(plain(closedSentence(friday, "cancel"))).toBe(
    "n'est plus annulable depuis le vendredi 6 novembre à 12 h",
  );
  expect(plain(untilSentence(at("2026-11-01T22:59:59.999Z"), "change"))).toBe(
    "modifiable jusqu'au dimanche 1er novembre à 23 h 59",
  );
});

test("two deadlines in one sentence only when they differ", () => {
  const friday = at("2026-11-06T11:00:00Z");
  const thursday = at("2026-11-05T09:00:00Z");
  expect(plain(slotUntilSentence(friday, friday))).toBe("modifiable jusqu'au vendredi 6 novembre à 12 h");
  expect(plain(slotUntilSentence(thursday, friday))).toBe(
    "réservable jusqu'au jeudi 5 novembre à 10 h, annulable jusqu'au vendredi 6 novembre à 12 h",
  );
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
    ["2026-09-17", {}, "Modifiable jusqu'au mercredi 16 septembre à 12 h."],
    [
      "2026-11-12",
      {},
      "Modifiable jusqu'au mardi 10 novembre à 12 h, parce que mercredi 11 novembre est férié (Armistice 1918).",
    ],
    [
      "2026-09-14",
      {},
      "Modifiable jusqu'au vendredi 11 septembre à 12 h, parce que samedi 12 et dimanche 13 septembre ne comptent pas (week-end).",
    ],
    [
      "2026-04-07",
      {},
      "Modifiable jusqu'au vendredi 3 avril à 12 h, parce que samedi 4 et dimanche 5 avril ne comptent pas (week-end) et lundi 6 avril est férié (lundi de Pâques).",
    ],
    [
      "2026-11-02",
      {},
      "Modifiable jusqu'au vendredi 30 octobre à 12 h, parce que samedi 31 octobre ne compte pas et dimanche 1er novembre est férié (Toussaint).",
    ],
    [
      "2026-05-18",
      { notCounted: SCHOOL_DAYS },
      "Modifiable jusqu'au mardi 12 mai à 12 h, parce que mercredi 13 mai ne compte pas, jeudi 14 mai est férié (Ascension), vendredi 15 et samedi 16 mai ne comptent pas (pont de l'Ascension) et dimanche 17 mai ne compte pas.",
    ],
    [
      "2026-09-01",
      { notCounted: SCHOOL_DAYS },
      "Modifiable jusqu'au vendredi 3 juillet à 12 h, parce que les jours du samedi 4 juillet au lundi 31 août ne comptent pas (vacances d'été).",
    ],
    [
      "2026-09-11",
      { notCounted: { ...WEEKENDS_AND_HOLIDAYS, closures: true } },
      "Modifiable jusqu'au mercredi 9 septembre à 12 h, parce que jeudi 10 septembre ne compte pas (Grève).",
    ],
    [
      "2026-10-02",
      { days: 15 },
      "Modifiable jusqu'au vendredi 11 septembre à 12 h, parce que les week-ends ne comptent pas.",
    ],
    [
      "2026-10-02",
      { days: 15, notCounted: { ...WEEKENDS_AND_HOLIDAYS, saturdays: false, weekdays: [3] } },
      "Modifiable jusqu'au vendredi 11 septembre à 12 h, parce que les dimanches ne comptent pas et les mercredis ne comptent pas.",
    ],
    [
      "2026-09-28",
      { days: 6 },
      "Modifiable jusqu'au vendredi 18 septembre à 12 h, parce que les week-ends ne comptent pas.",
    ],
    [
      "2027-09-02",
      { notCounted: SCHOOL_DAYS },
      "Le délai n'est pas encore connu : il manque le calendrier scolaire 2027-2028.",
    ],
    [
      "2026-09-14",
      { notCounted: { ...WEEKENDS_AND_HOLIDAYS, weekdays: [1, 2, 3, 4, 5] } },
      "Le délai ne peut pas être calculé : le réglage ne laisse aucun jour qui compte.",
    ],
  ])("%s", (date, rule, sentence) => expect(explain(date, rule)).toBe(sentence));
});
