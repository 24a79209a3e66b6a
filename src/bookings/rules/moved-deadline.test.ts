import { expect, test } from "vitest";

import { movedReason } from "./deadline-facts.ts";
import { placeNote } from "./place-sentence.ts";

const reasons = [
  "ce délai a été déplacé (le traiteur est fermé)",
  "samedi 5 décembre ne compte pas (week-end)",
];

test("a family reads why an agent moved a deadline; the days that do not count stay untold", () => {
  const until = Temporal.Instant.from("2026-11-26T08:30:00Z");
  const now = Temporal.Instant.from("2026-11-25T09:00:00Z");
  const moved = movedReason({ book: [], cancel: reasons });
  const note = placeNote({ kind: "free" }, { bookUntil: until, cancelUntil: until, moved }, now);
  expect(note.replaceAll("\u00a0", " ")).toBe(
    "Modifiable jusqu’au jeudi 26 novembre à 9 h 30, parce que ce délai a été déplacé (le traiteur est fermé)",
  );
  expect(movedReason({ book: reasons.slice(1), cancel: [] })).toBeNull();
});
