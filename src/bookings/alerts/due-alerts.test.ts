import { expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { saidOnce, type DueAlert } from "./due-alerts.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const until = Temporal.Instant.from("2026-11-13T11:00:00Z");
const lina = newId<"participant">();

const week: DueAlert = {
  kind: "empty_week",
  subject: "week",
  participantId: lina,
  gap: { participantId: lina, monday: day("2026-11-16"), empty: true, activityIds: [], until },
};

function deadline(
  date: string,
  changes: Partial<Extract<DueAlert, { kind: "deadline_tonight" }>["unusual"]> = {},
) {
  const place = {
    participantId: lina,
    slotId: newId<"slot">(),
    unitId: newId<"unit">(),
    activityId: newId<"activity">(),
    date: day(date),
    bookUntil: until,
    cancelUntil: until,
    saidAbsent: false,
    state: { kind: "free" as const },
  };
  const unusual = { place, kind: "missing" as const, until, ...changes };
  return { kind: "deadline_tonight" as const, subject: date, participantId: lina, unusual };
}

test("Monday closes with its empty week: the letter of the week alone says it", () => {
  expect(saidOnce([week, deadline("2026-11-16")])).toEqual([week]);
});

test("what the letter of the week does not say is told", () => {
  const alone = [deadline("2026-11-16")];
  expect(saidOnce(alone)).toEqual(alone);
  const later = { until: until.add({ hours: 24 }) };
  const others = [
    week,
    deadline("2026-11-17", later),
    deadline("2026-11-23"),
    deadline("2026-11-16", { kind: "extra" }),
  ];
  expect(saidOnce(others)).toEqual(others);
});
