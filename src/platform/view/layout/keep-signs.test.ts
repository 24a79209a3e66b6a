import { expect, test } from "vitest";

import { keepSigns } from "./keep-signs.ts";

test.each([
  ["<p>Fermé : lundi</p>", "<p>Fermé\u00a0: lundi</p>"],
  ["<p>Oui ? Non ! « Repas » ; fin</p>", "<p>Oui\u00a0? Non\u00a0! «\u00a0Repas\u00a0»\u00a0; fin</p>"],
  ["<b>Lina</b> : libre", "<b>Lina</b>\u00a0: libre"],
  ["à 12:30, a:b", "à 12:30, a:b"],
  ['<input value="a > b : c"/>', '<input value="a > b : c"/>'],
  ["<textarea>a : b</textarea> : c", "<textarea>a : b</textarea>\u00a0: c"],
  ["<pre>units : 1</pre><code>a ? b</code>", "<pre>units : 1</pre><code>a ? b</code>"],
  ["déjà\u00a0: bien &amp; ;", "déjà\u00a0: bien &amp;\u00a0;"],
])("%s", (html, kept) => {
  expect(keepSigns(html)).toBe(kept);
});
