import { expect, test } from "vitest";

import { frenchCsv } from "./french-csv.ts";

const cellOf = (text: string) => frenchCsv(["Montant"], [[text]]).split("\r\n")[1];

test.each(["=1+1", "+33 6", "-1+1", "-cmd|calc", "@SUM(A1)"])(
  "« %s » is not run by a spreadsheet",
  (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
  },
);

test.each(["-49,00", "-1", "12,50"])("« %s » stays a number: a register's column adds up", (text) => {
  expect(cellOf(text)).toBe(text);
});
