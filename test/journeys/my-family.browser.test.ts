import { afterAll, beforeAll, expect, test } from "vitest";

import { expectAccessible, showDemonstration, type ShownDemonstration } from "../browser/demonstration.ts";

let shown: ShownDemonstration;
beforeAll(async () => {
  shown = await showDemonstration();
}, 120_000);
afterAll(() => shown.close());

// Two children and the household: its card is the third of three columns, and held a long address in two columns more.
test.each([360, 900, 1280])("at %i px « Ma famille » keeps every address within its card", async (width) => {
  const page = await shown.signedIn("marc.delattre@exemple.fr", { viewport: { width, height: 900 } });
  await page.goto(shown.address("/famille"));
  await expectAccessible(page);
  const outside = await page.locator(".card dd").evaluateAll((all) =>
    all.flatMap((one) => {
      const card = one.closest(".card")?.getBoundingClientRect().right ?? 0;
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getBoundingClientRect().right > card ? [one.textContent] : [];
    }),
  );
  expect(outside).toEqual([]);
});
