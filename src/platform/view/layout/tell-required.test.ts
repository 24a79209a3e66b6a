import { expect, test } from "vitest";

import { tellRequired } from "./tell-required.ts";

const SAID = '<p class="hint all-required">Tous les champs à remplir sont obligatoires.</p>';
const date = (name: string) => `<label for="${name}">Jour</label><input id="${name}" type="date" required/>`;

test("a form that asks everything says so before its first field", () => {
  expect(tellRequired(`<form method="get">${date("du")}${date("au")}</form>`)).toBe(
    `<form method="get">${SAID}${date("du")}${date("au")}</form>`,
  );
});

test.each([
  ["one field", `<form><input type="hidden" name="token"/>${date("du")}</form>`],
  ["a field said to be optional", `<form>${date("du")}<label>Fin (facultatif)</label>${date("au")}</form>`],
  ["nothing required", `<form><input name="a"/><input name="b"/></form>`],
])("a form with %s says nothing", (_, form) => {
  expect(tellRequired(form)).toBe(form);
});

test("each form of a page speaks for itself", () => {
  const page = tellRequired(`<form>${date("du")}</form><form>${date("de")}${date("a")}</form>`);
  expect(page).toBe(`<form>${date("du")}</form><form>${SAID}${date("de")}${date("a")}</form>`);
});
