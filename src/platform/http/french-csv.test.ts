import { expect, test } from "vitest";

import { frenchCsv } from "./french-csv.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+33 6 12", "'+33 6 12"],
  ["@SOMME(A1)", "'@SOMME(A1)"],
  ["-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
  ["-", "'-"],
  // What a spreadsheet adds up: a correction of 13,00 € in the journal of a régie.
  ["-13,00", "-13,00"],
  ["-1250", "-1250"],
  ["-13,00-1", "'-13,00-1"],
  ["40,00", "40,00"],
  ["Lefebvre-Roy", "Lefebvre-Roy"],
])("the cell « %s » is written « %s »", (cell, written) =>
  expect(frenchCsv(["Cellule"], [[cell]])).toBe(`\uFEFFCellule\r\n${written}\r\n`),
);
