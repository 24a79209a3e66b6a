import { expect, test } from "vitest";

import { filledIn, unknownPlaceholders } from "./placeholders.ts";

const VALUES = {
  nom: "Claire {agent}",
  numero: "128",
  demarche: "Poser une question",
  service: "Service enfance",
  telephone: "03 53 01 80 10",
  agent: "Martine Leroy",
};

test("each placeholder is replaced once, by what is written in the file and nothing that it says", () => {
  expect(filledIn("Bonjour {nom}, demande {numero}, {numero} : {agent}.", VALUES)).toBe(
    "Bonjour Claire {agent}, demande 128, 128 : Martine Leroy.",
  );
});

test("what stands for nothing is told, and left alone", () => {
  expect(unknownPlaceholders("{nom} {Nom} {} {toString} { {numero}")).toEqual(["Nom", "", "toString"]);
  expect(filledIn("{Nom} {toString}", VALUES)).toBe("{Nom} {toString}");
});
