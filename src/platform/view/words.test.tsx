import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { ErrorSummary } from "./feedback/error-summary.tsx";
import { TextField } from "./form/text-field.tsx";
import { texts } from "./texts.fr.ts";

test("no word that blames or commands", () => {
  const words = Object.values(texts).map((text) => (typeof text === "string" ? text : text(1, 2)));
  expect(words.length).toBeGreaterThan(10);
  expect(words.join(" ")).not.toMatch(/erreur|invalide|veuillez/i);
});

test("a correction is announced, described and linked", () => {
  const correction = "Écrivez une adresse comme prenom.nom@exemple.fr.";
  const field = renderToString(
    <TextField name="email" label="Adresse" hint="Aide" correction={correction} />,
  );
  expect(field).toContain('aria-describedby="email-aide email-correction"');
  expect(field).toContain('aria-invalid="true"');
  expect(field).toContain('id="email-correction"');
  const summary = renderToString(<ErrorSummary items={[{ field: "email", message: correction }]} />);
  expect(summary).toContain('role="alert"');
  expect(summary).toContain('href="#email"');
  expect(field).toContain('id="email"');
});

test("nothing to correct, nothing said", () => {
  expect(renderToString(<ErrorSummary items={[]} />)).toBe("");
});
