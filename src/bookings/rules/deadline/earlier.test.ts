import { expect, test } from "vitest";

import type { DeadlineAct } from "../deadline-sentence.ts";
import { earlierActs } from "./earlier.ts";

const at = (text: string) => Temporal.Instant.from(`2026-11-${text}:00Z`);
const NOW = at("02T08:00");
const until = (book: string, cancel = book, change?: string) => ({
  bookUntil: at(book),
  cancelUntil: at(cancel),
  changeUntil: change === undefined ? null : at(change),
});

test.each<[string, ReturnType<typeof until>, ReturnType<typeof until>, readonly DeadlineAct[]]>([
  ["both close earlier", until("18T11:00"), until("11T09:00"), ["book", "cancel", "change"]],
  ["booking alone", until("18T11:00"), until("11T09:00", "18T11:00"), ["book"]],
  [
    "cancelling alone, and the hours with it",
    until("18T11:00"),
    until("18T11:00", "11T09:00"),
    ["cancel", "change"],
  ],
  [
    "the hours had a deadline of their own",
    until("18T11:00", "18T11:00", "10T09:00"),
    until("18T11:00", "11T09:00"),
    ["cancel"],
  ],
  [
    "the hours close earlier than cancelling",
    until("18T11:00"),
    until("18T11:00", "18T11:00", "12T11:00"),
    ["change"],
  ],
  ["later", until("11T09:00"), until("18T11:00"), []],
  ["one later, one earlier", until("11T09:00", "18T11:00"), until("12T11:00"), ["cancel", "change"]],
  ["the same", until("18T11:00"), until("18T11:00"), []],
  ["it was over already", until("02T07:00"), until("01T11:00"), []],
  ["it closes at once", until("02T09:00"), until("02T07:00"), ["book", "cancel", "change"]],
])("%s", (_, before, after, acts) => {
  expect(earlierActs(before, after, NOW)).toEqual(acts);
});
