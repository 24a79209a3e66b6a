import fc from "fast-check";
import { expect, test } from "vitest";

import { slotInFile, writeDeadlineRule } from "#bookings";

import { checkText } from "../../src/app/ruleset/check-text.ts";
import { fileCalendar } from "../../src/app/ruleset/file-calendar.ts";
import { readText } from "../../src/app/ruleset/read-text.ts";
import type { RuleSet } from "../../src/app/ruleset/schema.ts";
import { writeText } from "../../src/app/ruleset/write-text.ts";
import { anyRuleSet } from "./any-rule-set.ts";

/** The rule set as the file writes it again: deadlines are the only section that reading turns into something else. */
function written({ deadlines = [], ...ruleSet }: RuleSet) {
  return {
    ...ruleSet,
    deadlines: deadlines.map(({ book, cancel, change, ...entry }) => ({
      ...entry,
      ...(book === undefined ? {} : { book: writeDeadlineRule(book) }),
      ...(cancel === undefined ? {} : { cancel: writeDeadlineRule(cancel) }),
      ...(change === undefined ? {} : { change: writeDeadlineRule(change) }),
    })),
  };
}

const DAYS = [
  "2026-09-01",
  "2026-10-28",
  "2026-11-12",
  "2027-01-04",
  "2027-02-24",
  "2027-05-10",
  "2027-05-18",
];

test(
  "any combination of the same ideas is accepted, written and read the same, and has its deadlines",
  { timeout: 180_000 },
  () => {
    fc.assert(
      fc.property(anyRuleSet, (ruleSet) => {
        const text = writeText(ruleSet);
        const read = readText(text);
        expect(read.ok && read.value.value).toEqual(ruleSet);
        const checked = checkText(text);
        expect(checked.findings.filter(({ kind }) => kind === "refused")).toEqual([]);
        if (checked.ruleSet === undefined) throw new Error("Refused without a word");
        expect(written(checked.ruleSet)).toEqual(ruleSet);

        const calendar = fileCalendar(checked.ruleSet);
        for (const activity of checked.ruleSet.activities ?? []) {
          for (const unit of activity.units) {
            for (const day of DAYS) {
              const date = Temporal.PlainDate.from(day);
              const slot = slotInFile(
                checked.ruleSet,
                { activity: activity.code, unit: unit.code, date },
                calendar,
              );
              if (slot.kind === "outOfSeason") continue;
              if (slot.kind !== "slot") throw new Error(slot.kind);
              for (const deadline of Object.values(slot.deadlines)) {
                // Only what is counted from holidays has none outside of them, and the check has said so.
                if (deadline.kind === "unknown") expect(deadline.because.code).toBe("outsideHolidays");
                else expect(["closes", "never"]).toContain(deadline.kind);
              }
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  },
);
