import fc from "fast-check";
import { expect, test } from "vitest";

import { contactModel } from "../kinds/models/contact.fr.ts";
import { editForm, NEW_TYPES, type FormEdit } from "./edit-form.ts";
import { formFaults } from "./form-faults.ts";
import { answersOf, fieldsOf, type RequestForm } from "./form.ts";

const form = contactModel.form(() => "0f8fad5b-d9cb-469f-a165-70867728950e");
const names = (of: RequestForm) => of.steps.map(({ name }) => name);
const words = { title: "Quoi ?", help: "Une aide." };

test("a page is moved, removed and added; the ends stay where they are", () => {
  expect(names(editForm(form, { act: "down", step: "quoi" }))[1]).toBe("quoi");
  expect(editForm(form, { act: "up", step: "quoi" })).toEqual(form);
  expect(editForm(form, { act: "down", step: "contact" })).toEqual(form);
  expect(names(editForm(form, { act: "remove", step: "depuis" }))).not.toContain("depuis");
  expect(names(editForm(form, { act: "add-step", title: "Et après ?" })).at(-1)).toBe("et-apres");
  expect(editForm(form, { act: "remove", step: "inconnue" })).toEqual(form);
});

test("words change, what answers are stored as does not", () => {
  const said = {
    label: "Quoi donc ?",
    hint: "",
    optional: false,
    options: ["Une adresse", "Un numéro", "Tout", "Rien"],
    kindId: "",
  };
  const edited = editForm(form, { act: "words", step: "quoi", words: { ...words, fields: { quoi: said } } });
  const [field] = edited.steps[0]?.fields ?? [];
  expect(edited.steps[0]).toMatchObject(words);
  expect(field?.type === "choice" ? field.options : []).toEqual([
    { value: "adresse", label: "Une adresse" },
    { value: "contact", label: "Un numéro" },
    { value: "tout", label: "Tout" },
    { value: "rien", label: "Rien" },
  ]);
  // The pages that depend on these answers are still asked.
  expect(formFaults(edited, { needs: [] })).toEqual([]);
});

test("an answer that goes away takes its own meaning with it, and no other's", () => {
  const said = { label: "Quoi ?", hint: "", optional: false, kindId: "" };
  const edited = (options: readonly string[]) => {
    const fields = { quoi: { ...said, options } };
    return editForm(form, { act: "words", step: "quoi", words: { ...words, fields } });
  };
  const answers = (of: RequestForm) =>
    fieldsOf(of).flatMap((field) => (field.name === "quoi" ? answersOf(field) : []));
  const [, ...others] = answers(form);
  const without = edited(others.map(({ label }) => label));
  expect(answers(without)).toEqual(others);
  expect(formFaults(without, { needs: [] }).map(({ code }) => code)).toContain("no-such-answer");
  const reversed = edited(
    answers(form)
      .map(({ label }) => label)
      .toReversed(),
  );
  expect(answers(reversed)).toEqual(answers(form).toReversed());
});

test("a page waits for answers, or for none; a document is asked on a page of its own, of another kind", () => {
  const when = { field: "quoi", is: ["contact"] };
  const asked = editForm(form, { act: "when", step: "depuis", when });
  expect(asked.steps.find(({ name }) => name === "depuis")?.when).toEqual(when);
  const always = editForm(asked, { act: "when", step: "depuis", when: undefined });
  expect(always.steps.find(({ name }) => name === "depuis")).not.toHaveProperty("when");
  const kindId = "1f8fad5b-d9cb-469f-a165-70867728950e";
  const more = editForm(form, { act: "add-document", title: "Assurance", kindId });
  expect(more.steps.at(-1)?.fields).toEqual([
    { name: "assurance", label: "Assurance", type: "document", kindId },
  ]);
  expect(formFaults(more, { needs: [] })).toEqual([]);
  const fields = { justificatif: { label: "Preuve", hint: "", optional: false, options: [], kindId } };
  const changed = editForm(form, { act: "words", step: "justificatif", words: { ...words, fields } });
  expect(fieldsOf(changed).find(({ name }) => name === "justificatif")).toMatchObject({
    kindId,
    label: "Preuve",
  });
});

test("a question that others depend on leaves a fault, and so does one that the effect needs", () => {
  const without = editForm(form, { act: "remove-field", step: "adresse", field: "commune" });
  expect(formFaults(without, { needs: ["commune"] })).toEqual([{ code: "lacks", name: "commune" }]);
  const codes = formFaults(editForm(form, { act: "remove", step: "quoi" }), { needs: [] }).map(
    ({ code }) => code,
  );
  expect(codes.every((code) => code === "asks-too-early")).toBe(true);
  expect(codes).not.toEqual([]);
});

test("whatever new questions are called, no two have one name", () => {
  const title = fc.string({ minLength: 1, maxLength: 60, unit: "binary" });
  const step = fc.constantFrom(...names(form));
  const edits: fc.Arbitrary<FormEdit> = fc.oneof(
    fc.record({ act: fc.constant("add-step" as const), title }),
    fc.record({
      act: fc.constant("add-field" as const),
      step,
      type: fc.constantFrom(...NEW_TYPES),
      label: title,
    }),
  );
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 20 }), (all) => {
      const edited = all.reduce(editForm, form);
      const taken = fieldsOf(edited).map(({ name }) => name);
      expect(new Set(taken).size).toBe(taken.length);
      expect(new Set(names(edited)).size).toBe(edited.steps.length);
      for (const name of [...taken, ...names(edited)]) expect(name).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    }),
  );
});
