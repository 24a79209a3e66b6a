import { expect, test } from "vitest";
import { readRows } from "./read-rows.ts";

test("quotes, empty cells, blank lines, and line breaks inside quotes", () =>
  expect(readRows('"a";"b"\r\n"c";"d\r\ne";\r\n\r\n;\r\n"f ""g""";h')).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["c", "d\r\ne", ""] },
    { line: 6, cells: ['f "g"', "h"] },
  ]));

test.each([
  ["a quote never closed", '"a";"b"\r\n"c;"d"\r\n"e";"f"'],
  ["a quote never closed at the end of a line", '"a";"b"\r\n"c";"d\r\n"e";"f"'],
  ["a quote in a bare cell", '"a";"b"\r\nc"d;x\r\n"e";"f"'],
])("%s loses its line and no other", (_name, text) =>
  expect(readRows(text)).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: "quotes_broken" },
    { line: 3, cells: ["e", "f"] },
  ]),
);

test("a quote lost on the first of 20,000 lines does not swallow them", () => {
  const rows = readRows(`"a\n${'"b";"c"\n'.repeat(20_000)}`);
  expect(rows).toHaveLength(20_001);
  expect(rows.filter(({ cells }) => cells === "quotes_broken")).toHaveLength(1);
});
