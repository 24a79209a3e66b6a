import { expect, test } from "vitest";

import { formFaults } from "./form-faults.ts";
import { askedAnswers, askedSteps, stepAfter, unfinishedStep } from "./form-walk.ts";
import type { RequestForm } from "./form.ts";

const form: RequestForm = {
  steps: [
    {
      name: "quoi",
      title: "Quoi ?",
      fields: [
        {
          name: "quoi",
          label: "Quoi ?",
          type: "choice",
          options: [
            { value: "separation", label: "Une séparation" },
            { value: "naissance", label: "Une naissance" },
          ],
        },
      ],
    },
    {
      name: "qui",
      title: "Qui part ?",
      when: { field: "quoi", is: ["separation"] },
      fields: [
        { name: "qui", label: "Qui part ?", type: "text" },
        { name: "ou", label: "Où ?", type: "text", optional: true },
      ],
    },
    {
      name: "adresse",
      title: "Sa nouvelle adresse",
      when: { field: "qui", is: ["Marc"] },
      fields: [{ name: "adresse", label: "Adresse", type: "text" }],
    },
    {
      name: "mot",
      title: "Un mot",
      fields: [{ name: "mot", label: "Un mot", type: "long-text", optional: true }],
    },
  ],
};
const namesOf = (answers: Record<string, string>) => askedSteps(form, answers).map(({ name }) => name);

test.each([
  [{}, ["quoi", "mot"], "quoi"],
  [{ quoi: "separation" }, ["quoi", "qui", "mot"], "qui"],
  [{ quoi: "separation", qui: "Marc" }, ["quoi", "qui", "adresse", "mot"], "adresse"],
  [{ quoi: "separation", qui: "Paul" }, ["quoi", "qui", "mot"], undefined],
  // What was answered on a page that is no longer asked opens nothing.
  [{ quoi: "naissance", qui: "Marc" }, ["quoi", "mot"], undefined],
])("with %o, these pages are asked", (answers, names, unfinished) => {
  expect(namesOf(answers)).toEqual(names);
  expect(unfinishedStep(form, answers)?.name).toBe(unfinished);
});

test("who changes his or her mind sends nothing of what is no longer asked", () => {
  const answers = { quoi: "naissance", qui: "Marc", adresse: "3 rue du Moulin", mot: "Merci" };
  expect(askedAnswers(form, answers)).toEqual({ quoi: "naissance", mot: "Merci" });
});

test("the page that follows depends on the answer just given", () => {
  expect(stepAfter(form, { quoi: "separation" }, "quoi")?.name).toBe("qui");
  expect(stepAfter(form, { quoi: "naissance" }, "quoi")?.name).toBe("mot");
  expect(stepAfter(form, {}, "mot")).toBeUndefined();
});

const [first, second] = form.steps;
if (first === undefined || second === undefined) throw new Error("The form of the test has two pages");
const document = { name: "piece", label: "Pièce", type: "document", kindId: "x" } as const;

test.each([
  [form, []],
  [{ steps: [] }, ["no-step", "lacks"]],
  [{ steps: [{ ...first, fields: [] }] }, ["empty-step", "lacks"]],
  [{ steps: [second, first] }, ["asks-too-early"]],
  [{ steps: [first, { ...first, name: "encore" }] }, ["same-name"]],
  [{ steps: [first, first] }, ["same-name", "same-name"]],
  [{ steps: [{ ...first, fields: [...first.fields, document] }] }, ["document-not-alone"]],
  // A question cannot depend on one of its own page, which is not answered yet.
  [
    { steps: [{ ...first, fields: [...first.fields, { ...document, type: "date", when: second.when }] }] },
    ["asks-too-early"],
  ],
] as const)("a form that cannot be filled in says why (%#)", (judged, codes) => {
  expect(formFaults(judged, { needs: ["quoi"] }).map(({ code }) => code)).toEqual(codes);
});
