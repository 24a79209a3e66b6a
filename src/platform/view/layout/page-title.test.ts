import { expect, test } from "vitest";
import { pageTitle } from "./page-title.ts";

test("the title goes from the page to the authority", () => {
  expect(pageTitle("Planning", "Ponthieu-Marquenterre")).toBe(
    "Planning – Espace citoyen – Ponthieu-Marquenterre",
  );
});

test("a form that came back says so first", () => {
  expect(pageTitle("Planning", "Rue", true)).toBe("À corriger : Planning – Espace citoyen – Rue");
});
