import fc from "fast-check";
import { expect, test } from "vitest";

import { payerSpans } from "./payer-spans.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const year = { payer: "Anne", firstDay: day("2026-09-01"), lastDay: day("2027-07-02") };
const told = (periods: readonly [payer: string, from: string, to: string | null][]) =>
  payerSpans(
    year,
    periods.map(([payer, from, to]) => ({
      payer,
      firstDay: day(from),
      lastDay: to === null ? null : day(to),
    })),
  ).map(({ payer, firstDay, lastDay }) => `${payer} ${firstDay.toString()} ${lastDay.toString()}`);

test.each([
  ["nobody else", [], ["Anne 2026-09-01 2027-07-02"]],
  [
    "another from January on",
    [["Marc", "2027-01-01", null]],
    ["Anne 2026-09-01 2026-12-31", "Marc 2027-01-01 2027-07-02"],
  ],
  [
    "another for a month",
    [["Marc", "2026-11-01", "2026-11-30"]],
    ["Anne 2026-09-01 2026-10-31", "Marc 2026-11-01 2026-11-30", "Anne 2026-12-01 2027-07-02"],
  ],
  ["another since before", [["Marc", "2025-01-01", null]], ["Marc 2026-09-01 2027-07-02"]],
  ["another once it is over", [["Marc", "2027-07-03", null]], ["Anne 2026-09-01 2027-07-02"]],
  ["another before it begins", [["Marc", "2025-01-01", "2026-08-31"]], ["Anne 2026-09-01 2027-07-02"]],
] as const)("%s pays", (_name, periods, spans) => {
  expect(told(periods.map(([payer, from, to]) => [payer, from, to]))).toEqual(spans);
});

test("each day of the enrolment is paid once, by the period that holds it", () => {
  const length = 100;
  const marks = fc.uniqueArray(fc.integer({ min: -20, max: 130 }), { minLength: 0, maxLength: 12 });
  fc.assert(
    fc.property(marks, (unsorted) => {
      const days = unsorted.toSorted((a, b) => a - b);
      const at = (n: number) => day("2026-09-01").add({ days: n });
      const periods = days.flatMap((from, index) => {
        const to = days[index + 1];
        if (index % 2 === 1 || to === undefined) return [];
        return [{ payer: `p${index}`, firstDay: at(from), lastDay: at(to) }];
      });
      const spans = payerSpans({ payer: "base", firstDay: at(0), lastDay: at(length - 1) }, periods);
      const within = (n: number) => (span: (typeof spans)[number]) =>
        Temporal.PlainDate.compare(span.firstDay, at(n)) <= 0 &&
        Temporal.PlainDate.compare(span.lastDay, at(n)) >= 0;
      for (let n = 0; n < length; n++) {
        const own = spans.filter(within(n)).map(({ payer }) => payer);
        const wanted = periods.find(
          ({ firstDay, lastDay }) =>
            Temporal.PlainDate.compare(firstDay, at(n)) <= 0 &&
            Temporal.PlainDate.compare(lastDay, at(n)) >= 0,
        );
        expect(own).toEqual([wanted?.payer ?? "base"]);
      }
    }),
  );
});
