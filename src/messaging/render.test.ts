import { expect, test } from "vitest";

import type { MessageContent } from "./content.ts";
import { renderHtml } from "./render-html.tsx";
import { renderText } from "./render-text.ts";

const receipt: MessageContent = {
  greeting: "Bonjour Claire Lefebvre,",
  blocks: [
    { kind: "paragraph", text: "Vos réservations ont changé." },
    { kind: "list", title: "Réservés", items: ["Léa : jeudi 12 novembre", "Tom : vendredi 13 novembre"] },
    { kind: "link", label: "Voir le reçu", href: "https://espace.exemple.fr/recus/1" },
  ],
  signature: "Ponthieu-Marquenterre\nService familles",
};

test("the text says everything, in order, and marks its signature", () => {
  expect(renderText(receipt)).toBe(
    `Bonjour Claire Lefebvre,

Vos réservations ont changé.

Réservés
- Léa : jeudi 12 novembre
- Tom : vendredi 13 novembre

Voir le reçu\u00a0:
https://espace.exemple.fr/recus/1

-- 
Ponthieu-Marquenterre
Service familles
`,
  );
});

test("the HTML says the same, in French, with nothing to fetch and no style attribute", () => {
  const html = renderHtml("Vos réservations", receipt);
  expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/);
  expect(html).toContain("<li>Léa\u00a0: jeudi 12 novembre</li>");
  expect(html).toContain('href="https://espace.exemple.fr/recus/1"');
  expect(html).toContain("Ponthieu-Marquenterre<br/>Service familles");
  expect(html).not.toMatch(/ style=|<img|<link|url\(|@import/);
});

test("what people write is shown, never run", () => {
  const attack = `<script>alert(1)</script> & "C'est moi"`;
  const html = renderHtml(attack, {
    greeting: attack,
    blocks: [
      { kind: "paragraph", text: attack },
      { kind: "list", title: attack, items: [attack] },
      { kind: "link", label: attack, href: `https://exemple.fr/?q="><script>` },
    ],
    signature: attack,
  });
  expect(html).not.toContain("<script>");
  expect(html.match(/&lt;script>alert\(1\)/g)).toHaveLength(8);
});
