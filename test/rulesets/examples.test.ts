import { expect, test } from "vitest";

import { slotInFile } from "#bookings";

import { checkText } from "../../src/app/ruleset/check-text.ts";
import { fileCalendar } from "../../src/app/ruleset/file-calendar.ts";
import { exampleNames, exampleText } from "./example-files.ts";
import { vectors } from "./vectors.ts";

/** What an accepted example may be warned of; every other warning is a mistake in it. */
const WARNED: Readonly<Record<string, readonly string[]>> = {
  "r05-saffre": Array(2).fill("Un quotient à partir de 450 et en dessous de 451 n’a pas de prix"),
  "r08-mouais": ["Sans quotient familial connu, il n’y a pas de prix"],
};

test("there is a file for every rule set of domain/rules.md", () => {
  expect(exampleNames).toHaveLength(37);
});

test.each(exampleNames)("%s is accepted", (name) => {
  const { ruleSet, findings } = checkText(exampleText(name));
  const expected = (WARNED[name] ?? []).map((sentence) => ({
    kind: "warning",
    sentence: expect.stringContaining(sentence),
  }));
  expect(findings).toEqual(expected.map((finding) => expect.objectContaining(finding)));
  expect(ruleSet?.source).toBe("incomplete");
});

test("R06 as it is published is refused: the quotient 1200 has two prices", () => {
  const text = exampleText("refused/r06-hauterives");
  const { ruleSet, findings } = checkText(text);
  expect(ruleSet).toBeUndefined();
  expect(findings).toEqual([
    expect.objectContaining({
      kind: "refused",
      sentence: expect.stringContaining("se recouvrent au quotient 1200"),
    }),
  ]);
  expect(text.split("\n")[(findings[0]?.line ?? 0) - 1]).toContain('from: 1200, price: "16.00"');
});

test("every example has two vectors", () => {
  for (const name of exampleNames)
    expect(vectors.filter(([file]) => file === name).length, name).toBeGreaterThanOrEqual(2);
});

const read = new Map(
  exampleNames.map((name) => {
    const { ruleSet } = checkText(exampleText(name));
    return [name, ruleSet && { ruleSet, calendar: fileCalendar(ruleSet) }];
  }),
);

test.each(vectors)(
  "%s: %s, %s on %s: book until %s, cancel until %s",
  (file, activity, unit, on, book, cancel) => {
    const known = read.get(file);
    if (known === undefined) throw new Error(`${file} was not read`);
    const question = { activity, unit, date: Temporal.PlainDate.from(on) };
    const slot = slotInFile(known.ruleSet, question, known.calendar);
    if (slot.kind !== "slot") throw new Error(slot.kind);
    const until = (act: "book" | "cancel") => {
      const deadline = slot.deadlines[act];
      return deadline.kind === "closes"
        ? `${deadline.localDate} ${deadline.localTime.toString({ smallestUnit: "minute" })}`
        : deadline.kind;
    };
    expect([until("book"), until("cancel")]).toEqual([book, cancel]);
  },
);
