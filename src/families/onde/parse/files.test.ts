import { describe, expect, test } from "vitest";
import { readOndeFiles } from "../read-files.ts";

const TODAY = Temporal.PlainDate.from("2026-09-10");
const CHILDREN = "Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance; Cycle;Niveau;Classe";
const ADULTS =
  "Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;CP responsable;" +
  "Commune responsable;Pays;Courriel;Téléphone domicile;Téléphone travail;Téléphone portable";
const GROUP = ";Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";
const LEA = "DUPONT;;Léa;2019-03-04;CYCLE II;CE1;CE1 A";
const CLAIRE = "Mme;;DUPONT;Claire;12 rue des Dunes;80120;Rue;;;;;;;DUPONT;Léa;CE1 A";

const read = (children: readonly string[], adults: readonly string[]) =>
  readOndeFiles(
    {
      eleves: Buffer.from(children.join("\r\n"), "latin1"),
      responsables: Buffer.from(adults.join("\r\n"), "latin1"),
    },
    TODAY,
  );
const codes = (reading: ReturnType<typeof read>) =>
  reading.lines.refusals.map(({ file, line, scope, column, reason }) => [
    file,
    line,
    scope,
    column,
    reason.code,
  ]);

describe("headings", () => {
  test("the layout of the register, short lines included", () => {
    const { lines, readings, closed } = read([CHILDREN, LEA], [ADULTS + GROUP.repeat(3), CLAIRE]);
    expect(closed).toBe(false);
    expect(lines.refusals).toEqual([]);
    expect(lines.children).toEqual([
      {
        line: 2,
        lastName: "DUPONT",
        usageName: "",
        firstName: "Léa",
        birthDate: "2019-03-04",
        level: "CE1",
        className: "CE1 A",
        classId: "",
      },
    ]);
    expect(lines.guardians[0]?.children).toEqual([
      { column: "Prénom enfant", lastName: "DUPONT", usageName: "", firstName: "Léa", className: "CE1 A" },
    ]);
    expect(readings.eleves.unreadColumns).toEqual(["Cycle"]);
  });

  test("a newer file: other accents, INE, « Libellé classe », columns in another order", () => {
    const header = "INE;PRENOM ELEVE;Nom élève;Date de naissance;Libellé classe;Identifiant classe; Niveau";
    const { lines, readings } = read(
      [header, "1111111111A;Léa;DUPONT;04/03/2019;Classe de Mme Sueur;99998;CE1"],
      [ADULTS + GROUP, CLAIRE],
    );
    expect(lines.refusals).toEqual([]);
    expect(lines.children[0]).toMatchObject({
      birthDate: "2019-03-04",
      className: "Classe de Mme Sueur",
      classId: "99998",
    });
    expect(readings.eleves.unreadColumns).toEqual(["INE"]);
  });

  test.each([
    [
      "a missing column is named",
      [CHILDREN.replace("Date naissance", "Né le"), LEA],
      "Date naissance",
      "column_missing",
    ],
    [
      "every missing column is named",
      ["Prénom Elève;Date naissance;Classe", "Léa;2019-03-04;CE1"],
      "Nom Elève",
      "column_missing",
    ],
    ["commas instead of semicolons", [CHILDREN.replaceAll(";", ","), LEA], "Nom Elève", "column_missing"],
    ["a column that stands twice", [`${CHILDREN};Classe`, LEA], "Classe", "column_twice"],
    ["a header alone", [CHILDREN], undefined, "file_without_lines"],
    ["the other file", [ADULTS + GROUP, CLAIRE], undefined, "files_swapped"],
    ["a header whose quotes are broken", [`"${CHILDREN}`, LEA], undefined, "quotes_broken"],
    ["an empty file", [""], undefined, "file_empty"],
  ])("%s: the file is refused", (_name, children, column, code) => {
    const reading = read(children, [ADULTS + GROUP, CLAIRE]);
    expect(reading.closed).toBe(true);
    expect(reading.lines.children).toEqual([]);
    expect(reading.lines.refusals).toContainEqual(
      expect.objectContaining({ file: "eleves", scope: "file", reason: expect.objectContaining({ code }) }),
    );
    expect(reading.lines.refusals.map((refusal) => refusal.column)).toContain(column);
  });

  test("adults without a group of children: the file is refused", () =>
    expect(codes(read([CHILDREN, LEA], [ADULTS, CLAIRE]))).toEqual([
      [
        "responsables",
        1,
        "file",
        "Nom de famille enfant ; Prénom enfant ; Classes enfants",
        "column_missing",
      ],
    ]));
});

test("every fault of a line is told at once, with its column", () =>
  expect(codes(read([CHILDREN, "DUPONT;;;2019-02-30;;;"], [ADULTS + GROUP, CLAIRE]))).toEqual([
    ["eleves", 2, "line", "Prénom Elève", "value_missing"],
    ["eleves", 2, "line", "Date naissance", "date_unreadable"],
    ["eleves", 2, "line", "Classe", "value_missing"],
  ]));

test.each([
  ["2026-09-10", []],
  ["2026-09-11", ["date_out_of_range"]],
  ["1926-09-10", []],
  ["1926-09-09", ["date_out_of_range"]],
])("born on %s, for an import of 10 September 2026: %j", (date, expected) => {
  const { lines } = read([CHILDREN, LEA.replace("2019-03-04", date)], [ADULTS + GROUP, CLAIRE]);
  expect(lines.refusals.map(({ reason }) => reason.code)).toEqual(expected);
});

test("cells beyond the header are refused when they hold something, and not otherwise", () => {
  expect(codes(read([CHILDREN, `${LEA};;;`], [ADULTS + GROUP, CLAIRE]))).toEqual([]);
  expect(codes(read([CHILDREN, `${LEA};x`], [ADULTS + GROUP, CLAIRE]))).toEqual([
    ["eleves", 2, "line", undefined, "too_many_cells"],
  ]);
});

test("an adult's bad e-mail and telephone are left out, the line is taken", () => {
  const line = "Docteur;;DUPONT;Claire;12 rue des Dunes;80120;Rue;;bof;12;0612345678;;;DUPONT;Léa;CE1 A";
  const { lines } = read([CHILDREN, LEA], [ADULTS + GROUP, line]);
  expect(lines.guardians[0]).toMatchObject({
    civility: "",
    email: "",
    phoneHome: "",
    phoneWork: "0612345678",
  });
  expect(lines.refusals.map(({ scope, reason }) => [scope, reason.code])).toEqual([
    ["cell", "civility_unknown"],
    ["cell", "email_malformed"],
    ["cell", "phone_malformed"],
  ]);
});
