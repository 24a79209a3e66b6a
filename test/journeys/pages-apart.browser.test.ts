import { afterAll, beforeAll, expect, test } from "vitest";

import {
  expectAccessible,
  faultsOf,
  showDemonstration,
  type ShownDemonstration,
} from "../browser/demonstration.ts";

// Pages of which the walk of every-page.browser.test.ts sees no case, or not at these widths.

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

// The units whose tariff has a supplement were not attended yet when the demonstration starts: a child came without a place.
test.each([360, 1280])(
  "at %i px an agent notes what a child took, and takes it back",
  async (width) => {
    const page = await shown.signedIn("helene.caron@exemple.fr", { viewport: { width, height: 900 } });
    await page.goto(shown.address("/agent/occupation"));
    const site = page.locator("select option", { hasText: "Centre de loisirs" }).first();
    const day = `/agent/pointage/${(await site.getAttribute("value")) ?? ""}?jour=2026-10-14`;
    await page.goto(shown.address(`${day}&cherche=lefebvre`));
    await page.locator("label:has(input[name=venu]:enabled)", { hasText: "Journée" }).first().click();
    await page.locator("section:has(#cherche) button").last().click();
    await page.waitForURL(/fait=/);
    await page.locator("button[value^='supplements ']").first().click();
    await page.waitForURL(/supplements/);
    const notes = page.locator("main li");
    await page.locator("button[value=noter]").click();
    await notes.first().waitFor();
    expect(await page.locator("main").textContent()).toContain("Sortie en car");
    const faults = await faultsOf(page);
    await page.locator("button[value=retirer]").click();
    await notes.nth(1).waitFor();
    expect(await page.locator("main").textContent()).toContain("Rien n’est noté pour cette séance");
    expect([...faults, ...(await faultsOf(page))]).toEqual([]);
    await page.context().close();
  },
  60_000,
);
