import { expect, test } from "vitest";
import { applyInMemory } from "../../../../test/builders/onde/apply-in-memory.ts";
import { ondeChild, ondeFiles, ondeGuardian, QUEND } from "../../../../test/builders/onde/extraction-of.ts";
import { EMPTY } from "../../../../test/builders/onde/plan-of.ts";
import { readOndeFiles } from "../read-files.ts";
import { makePlan } from "../rules/make-plan.ts";
import type { Snapshot } from "../rules/snapshot.ts";
import { jsonReport } from "./json-report.ts";
import { frenchReport, refusalLine, type Reported } from "./report.ts";

const LEA = ondeChild();
const TODAY = Temporal.PlainDate.from("2026-09-10");

function reported(files: ReturnType<typeof ondeFiles>, snapshot: Snapshot = EMPTY): Reported {
  const { lines, readings } = readOndeFiles(files, TODAY);
  return {
    plan: makePlan(lines, snapshot, { schoolYear: "2026-2027", schoolName: "École de Rue" }),
    readings,
  };
}

test("a first import, line by line and column by column", () => {
  const files = ondeFiles([
    ondeGuardian([LEA], { email: "claire@exemple.fr" }),
    ondeGuardian([LEA], { civility: "M.", firstName: "Paul", address: QUEND }),
  ]);
  expect([...frenchReport(reported(files))].slice(1)).toEqual([
    "Fichier des élèves : codage ISO-8859-1 ; colonnes laissées de côté : Sexe, Adresse1, Cp1, Commune1, Pays1, Adresse2, Cp2, Commune2, Pays2, Cycle, Attestation fournie, Autorisations associations, Autorisations photos, Décision de passage",
    "Fichier des responsables : codage ISO-8859-1",
    "",
    "Enfants",
    "  élèves, ligne 2 : créer l’enfant – Nom : DUPONT ; Prénom : Léa ; Date de naissance : 2019-03-04 ; École : École de Rue ; Niveau : CE1 ; Classe : CE1",
    "",
    "Responsables",
    "  responsables, ligne 2 : créer le responsable – Civilité : Mme ; Nom : DUPONT ; Prénom : Claire ; Courriel : claire@exemple.fr",
    "  responsables, ligne 3 : créer le responsable – Civilité : M. ; Nom : DUPONT ; Prénom : Paul",
    "",
    "Foyers",
    "  responsables, ligne 2 : créer le foyer – Foyer : DUPONT ; Adresse : 12 rue des Dunes ; Code postal : 80120 ; Commune : Rue ; adultes : DUPONT Claire ; enfants : DUPONT Léa",
    "  responsables, ligne 3 : créer le foyer – Foyer : DUPONT ; Adresse : 3 avenue de la Plage ; Code postal : 80120 ; Commune : Quend ; adultes : DUPONT Paul ; enfants : DUPONT Léa",
    "",
    "Total",
    "  Fichier des élèves : 1 ligne lue, 0 refusée.".replaceAll(/(\d) /g, "$1\u00a0"),
    "  Fichier des responsables : 2 lignes lues, 0 refusée.".replaceAll(/(\d) /g, "$1\u00a0"),
    "  Enfants : 1 à créer, 0 à modifier, 0 sans changement.",
    "  Responsables : 2 à créer, 0 à modifier, 0 sans changement.",
    "  Foyers : 2 à créer, 0 à modifier, 0 sans changement.",
    "  Rattachements à un foyer : 4. Départs possibles : 0. Refus : 0.",
  ]);
});

test("a change says before and after; a child no longer named is a possible departure", () => {
  const tom = ondeChild({ firstName: "Tom", birthDate: "2021-06-01" });
  const snapshot = applyInMemory(EMPTY, reported(ondeFiles([ondeGuardian([LEA, tom])])).plan);
  const next = ondeFiles([ondeGuardian([{ ...LEA, className: "CE2" }], { email: "claire@exemple.fr" })]);
  const report = [...frenchReport(reported(next, snapshot))];
  expect(report).toContain("  élèves, ligne 2 : modifier l’enfant DUPONT Léa – Classe : « CE1 » → « CE2 »");
  expect(report).toContain(
    "  responsables, ligne 2 : modifier le responsable DUPONT Claire – Courriel : vide → « claire@exemple.fr »",
  );
  expect(report).toContain("  DUPONT Tom, 2021-06-01, École de Rue");
});

test("a refusal says where, what was written, why and what to do", () => {
  const { plan } = reported(ondeFiles([ondeGuardian([{ ...LEA, birthDate: "2019-02-30" }])]));
  expect(plan.refusals.map(refusalLine)).toEqual([
    "Fichier des élèves, ligne 2, colonne « Date naissance », valeur « 2019-02-30 » : Ce n’est pas une date qui existe. Écrivez l’année, le mois et le jour : 2019-03-04 ou 04/03/2019.",
    "Fichier des responsables, ligne 2, colonne « Prénom enfant », valeur « DUPONT, Léa, CE1 » : L’enfant est bien dans le fichier des élèves, mais la ligne 2 y est refusée. Corrigez d’abord la ligne de l’enfant : celle-ci suivra.",
  ]);
});

test("a value from the file cannot act on the terminal, nor flood it", () => {
  const line = refusalLine({
    file: "eleves",
    scope: "line",
    line: 2,
    column: "Nom\u202eElève",
    value: `\u001b[31m${"x".repeat(500)}`,
    reason: { code: "control_character" },
  });
  expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(line).toContain(`« ·[31m${"x".repeat(54)}… »`);
});

test("the report for programs says the same", () => {
  const report = reported(ondeFiles([ondeGuardian([LEA], { email: "bof" })]));
  const read: unknown = JSON.parse([...jsonReport(report, false)].join(""));
  expect(read).toMatchObject({
    schoolYear: "2026-2027",
    applied: false,
    totals: { children: { create: 1 }, refusals: 1 },
    refusals: [
      {
        line: 2,
        column: "Courriel",
        value: "bof",
        reason: { code: "email_malformed" },
        todo: expect.any(String),
      },
    ],
    children: [
      { action: "create", key: "onde:dupont/lea/2019-03-04", lines: [2], values: { lastName: "DUPONT" } },
    ],
    leavers: [],
  });
});
