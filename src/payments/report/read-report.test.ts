import { Readable } from "node:stream";
import { expect, test } from "vitest";

import { dailyReport } from "../simulator/daily-report.ts";
import { readReport } from "./read-report.ts";

const HEAD = "EN-TETE;090909;02/11/2026\r\n";
const TITLES = "LIGNE;DATE;REFDET;MONTANT\r\n";
const LINES = "LIGNE;02/11/2026;REFDET0001;12,50\r\nLIGNE;02/11/2026;REFDET0002;1 234,05\r\n";
const FOOT = "PIED-DE-PAGE;2;1246,55\r\n";

/** Everything that is read, the file coming in pieces. */
async function read(text: string, piece = 7) {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, n) =>
    bytes.subarray(n * piece, (n + 1) * piece),
  );
  return Array.fromAsync(readReport(Readable.from(pieces)));
}

/** The refusals alone: their line and their sentence. */
async function refusals(text: string) {
  const all = await read(text);
  return all.flatMap((one) =>
    one.kind === "refused" || one.kind === "unreadable" ? [[one.line, one.sentence] as const] : [],
  );
}

const DAY = Temporal.PlainDate.from("2026-11-02");
const head = { kind: "head", account: "090909", days: [DAY] };
const untold = { reference: null, account: null, result: null, mode: null };

test("each payment with its line, and nothing to say", async () => {
  expect(await read(HEAD + TITLES + LINES + FOOT)).toEqual([
    head,
    { kind: "line", line: 3, day: DAY, refdet: "REFDET0001", amount: 1250, ...untold },
    { kind: "line", line: 4, day: DAY, refdet: "REFDET0002", amount: 123_405, ...untold },
  ]);
});

test("what only some files tell of a payment is read where it stands", async () => {
  const text = `${HEAD}LIGNE;DATE;REFDET;MONTANT;idOp;numcli;ResulTrans;Saisie
LIGNE;02/11/2026;REFDET0001;12,50;CC0CB210-1CD4-11EA-8CCA-0213AD91A103;090909;P;W
LIGNE;02/11/2026;REFDET0002;1,00;;;;
PIED-DE-PAGE;2;13,50
`;
  expect((await read(text)).slice(1)).toMatchObject([
    { reference: "cc0cb210-1cd4-11ea-8cca-0213ad91a103", account: "090909", result: "P", mode: "W" },
    untold,
  ]);
});

test("EN-TETE may tell nothing, or the first and the last day", async () => {
  const foot = `${TITLES}PIED-DE-PAGE;0;0,00\n`;
  expect(await read(`EN-TETE\n${foot}`)).toEqual([{ kind: "head", account: null, days: [] }]);
  const [three] = await read(`EN-TETE;090909;02/11/2026;04/11/2026\n${foot}`);
  expect(three).toMatchObject({ days: { length: 3 } });
});

test("columns stand in any order, with others between, after a byte order mark", async () => {
  const text =
    "\ufeffEN-TETE;090909\nLIGNE;Montant;Moyen;RefDet;Date\nLIGNE;12.50;CB;REFDET0001;2026-11-02\nPIED-DE-PAGE;1;12.50\n";
  expect(await read(text)).toMatchObject([
    { kind: "head", account: "090909", days: [] },
    { kind: "line", refdet: "REFDET0001", amount: 1250 },
  ]);
});

test("a day without payment", async () => {
  expect(await read(`${HEAD}${TITLES}PIED-DE-PAGE;0;0,00\n`)).toEqual([head]);
});

test.each([
  ["no head", TITLES + LINES + FOOT, 1, "EN-TETE"],
  ["nothing", "", 1, "EN-TETE"],
  ["another file", "<html><body>502</body></html>", 1, "EN-TETE"],
  ["other titles", `${HEAD}LIGNE;JOUR;NUMERO;SOMME\n${LINES}PIED-DE-PAGE;2;0,00\n`, 2, "titres"],
  [
    "a number of payments that is not ours",
    `${HEAD}${TITLES}${LINES}PIED-DE-PAGE;3;1246,55\n`,
    5,
    "3 paiements",
  ],
  ["a total that is not ours", `${HEAD}${TITLES}${LINES}PIED-DE-PAGE;2;1246,56\n`, 5, "somme"],
  ["a foot that says nothing", `${HEAD}${TITLES}${LINES}PIED-DE-PAGE\n`, 5, "lisibles"],
  ["cut before its foot", HEAD + TITLES + LINES, 5, "coupé"],
  ["two files end to end", HEAD + TITLES + LINES + HEAD + FOOT, 5, "bout à bout"],
  ["lines after the foot", `${HEAD}${TITLES}${LINES}${FOOT}LIGNE;02/11/2026;REFDET0003;1,00\n`, 6, "après"],
  ["a row that is none", `${HEAD}${TITLES}${LINES}TOTAL;1\n${FOOT}`, 5, "ni par"],
  ["a stray quote", `${HEAD}${TITLES}LIGNE;02/11/2026;REF"DET0001";12,50\n${FOOT}`, 3, "guillemet"],
  ["an XML file", `<?xml version="1.0" encoding="UTF-8"?>\n<paiements/>\n`, 1, "guillemet"],
  ["a quote left open", `${HEAD}${TITLES}LIGNE;"02/11/2026;REFDET0001;12,50\n${FOOT}`, 5, "guillemet"],
])("%s is refused at its line", async (_name, text, line, word) => {
  const found = await refusals(text);
  expect(
    found.find(([at, sentence]) => at === line && sentence.includes(word)),
    JSON.stringify(found),
  ).toBeDefined();
});

test.each([
  ["12,5", "montant"],
  ["1250", "montant"],
  ["-12,50", "montant"],
  ["1e9,00", "montant"],
  ["", "montant"],
  ["100000,00", "montant"],
])(
  "the amount %j is refused, and the foot cannot be checked: the other lines stand",
  async (written, word) => {
    const found = await refusals(
      `${HEAD}${TITLES}LIGNE;02/11/2026;REFDET0001;${written}\nPIED-DE-PAGE;1;12,50\n`,
    );
    expect(found).toEqual([[3, expect.stringContaining(word)]]);
  },
);

test.each(["31/02/2026;REFDET0001;1,00", "02/11/2026;<b>;1,00", "02/11/2026;REFDET0001"])(
  "the line %j is refused",
  async (written) => {
    const found = await refusals(`${HEAD}${TITLES}LIGNE;${written}\nPIED-DE-PAGE;1;1,00\n`);
    expect(found[0]?.[0]).toBe(3);
  },
);

test("what the simulator writes is read", async () => {
  const day = Temporal.PlainDate.from("2026-11-02");
  const paid = ["1250", "99999"].map((montant, n) => ({
    idOp: "",
    exer: "2026",
    mel: "",
    montant,
    numcli: "090909",
    objet: "",
    refdet: `REFDET000${n}`,
    saisie: "T",
    urlnotif: "",
    urlredirect: "",
    createdAt: "2026-11-02T08:00:00Z",
    openedAt: null,
    // Half an hour after midnight in Paris.
    result: { resultrans: "P" as const, at: "2026-11-01T23:30:00Z", numauto: "ABCDEF" },
  }));
  expect(await read(dailyReport(day, "090909", paid))).toMatchObject([
    head,
    { refdet: "REFDET0000", amount: 1250, day },
    { refdet: "REFDET0001", amount: 99_999, day },
  ]);
});

test("50,000 lines", async () => {
  const lines = Array.from({ length: 50_000 }, (_, n) => `LIGNE;02/11/2026;REFDET${n};1,00\n`).join("");
  const all = await read(`${HEAD}${TITLES}${lines}PIED-DE-PAGE;50000;50000,00\n`, 65_536);
  expect(all.length).toBe(50_001);
  expect(all.slice(1).every(({ kind }) => kind === "line")).toBe(true);
});
