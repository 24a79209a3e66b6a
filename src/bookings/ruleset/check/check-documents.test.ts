import { expect, test } from "vitest";

import type { Condition } from "../../rules/conditions/condition.ts";
import { checkDocuments } from "./check-documents.ts";

const NAMES = ["Attestation d’assurance", "Vaccinations"];
const asks = (document: string): Condition => ({ kind: "document", document });
const found = (...conditions: readonly Condition[]) =>
  checkDocuments(
    { enrolment: [{ activities: ["cantine"], by: "family", conditions: [...conditions] }] },
    NAMES,
    "refused",
  );

test("a document that no kind bears is refused where it is written, with the names that there are", () => {
  expect(found(asks("Vaccinations"))).toEqual([]);
  const [one, ...more] = found(asks("Vaccinations"), {
    kind: "any",
    of: [asks("Carnet"), asks("Vaccinations")],
  });
  expect(more).toEqual([]);
  expect(one).toMatchObject({
    path: ["enrolment", 0, "conditions", 1, "of", 0, "document"],
    kind: "refused",
  });
  for (const word of ["Carnet", ...NAMES]) expect(one?.sentence).toContain(word);
});

test("a document that is asked against is read too", () => {
  expect(found({ kind: "not", of: asks("Certificat") })).toHaveLength(1);
});
