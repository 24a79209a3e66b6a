import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";

import { contactModel } from "../../kinds/models/contact.fr.ts";
import { fieldsOf } from "../../rules/form.ts";
import { Question } from "./question.tsx";

test("a change of address and of contact details says to browsers what each question is (RGAA 11.13)", () => {
  const tokens = fieldsOf(contactModel.form(() => "")).flatMap((field) => {
    if (field.type === "document") return [];
    const html = renderToString(<Question field={field} value="" choices={[]} />);
    const token = /autocomplete="([^"]+)"/.exec(html)?.[1];
    return token === undefined ? [] : [`${field.label} : ${token}`];
  });
  expect(tokens).toEqual([
    "Numéro et rue : address-line1",
    "Code postal : postal-code",
    "Commune : address-level2",
    "Téléphone portable : tel",
    "Téléphone du domicile : tel",
    "Téléphone du travail : tel",
    "E-mail : email",
  ]);
});
