import { expect, test } from "vitest";

import { keepSigns, keepSignsOfText } from "./keep-signs.ts";

test.each([
  ["<p>Fermé : lundi</p>", "<p>Fermé\u00a0: lundi</p>"],
  ["<p>Oui ? Non ! « Repas » ; fin</p>", "<p>Oui\u00a0? Non\u00a0! «\u00a0Repas\u00a0»\u00a0; fin</p>"],
  ["<p>50 % du prix, 8,50 €</p>", "<p>50\u00a0% du prix, 8,50\u00a0€</p>"],
  ["<b>Lina</b> : libre", "<b>Lina</b>\u00a0: libre"],
  ["à 12:30, a:b", "à 12:30, a:b"],
  ['<input value="a > b : c"/>', '<input value="a > b : c"/>'],
  ["<textarea>a : b</textarea> : c", "<textarea>a : b</textarea>\u00a0: c"],
  ["<pre>units : 1</pre><code>a ? b</code>", "<pre>units : 1</pre><code>a ? b</code>"],
  ["déjà\u00a0: bien &amp; ;", "déjà\u00a0: bien &amp;\u00a0;"],
])("%s", (html, kept) => {
  expect(keepSigns(html)).toBe(kept);
});

test.each([
  ["Place libre : répondez avant 12 h", "Place libre\u00a0: répondez avant 12\u00a0h"],
  ["De 7 h 05 à 16 h 30 ; 3,20 € ?", "De 7\u00a0h\u00a005 à 16\u00a0h\u00a030\u00a0; 3,20\u00a0€\u00a0?"],
  ["« Repas » : 5 %", "«\u00a0Repas\u00a0»\u00a0: 5\u00a0%"],
  ["2 heures, 3 habits, le 12 hier", "2 heures, 3 habits, le 12 hier"],
  ["https://exemple.fr/?q=1:2\n-- \nMairie", "https://exemple.fr/?q=1:2\n-- \nMairie"],
])("in plain words: %s", (text, kept) => {
  expect(keepSignsOfText(text)).toBe(kept);
});
