import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { parisDate } from "#kernel";

import {
  CLOCK,
  faultsOf,
  showDemonstration,
  sideways,
  type ShownDemonstration,
} from "../browser/demonstration.ts";

// A family of the demonstration at its planning, in a real browser and against the whole program.
let shown: ShownDemonstration;

beforeAll(async () => {
  shown = await showDemonstration();
}, 120_000);

afterAll(() => shown.close());

/** Claire Lefebvre, three children in two schools, signed in. */
const claire = (options: BrowserContextOptions) => shown.signedIn("claire.lefebvre@exemple.fr", options);

/** Opens the first month from the next but one on with enough days to change; returns it, as « 2027-01 ». */
async function planning(page: Page): Promise<string> {
  const today = parisDate(Temporal.Instant.from(CLOCK));
  for (const months of [2, 3, 4, 5, 6]) {
    const month = today.add({ months }).toPlainYearMonth().toString();
    await page.goto(shown.address(`/planning?mois=${month}`));
    if ((await boxes(page).count()) >= 12) return month;
  }
  throw new Error("The demonstration offers no month to change");
}
const boxes = (page: Page) => page.locator("[data-day-grid] input[type=checkbox]");
const heading = (page: Page) => page.locator("h1").innerText();

/** Axe is a script: without scripts only the width is looked at. */
async function expectAccessible(page: Page, scripts: boolean) {
  expect(await (scripts ? faultsOf(page) : sideways(page))).toEqual([]);
}

describe.each([
  [360, "light", true],
  [1280, "dark", true],
  [360, "dark", false],
] as const)("at %i px, %s theme, JavaScript %s", (width, colorScheme, javaScriptEnabled) => {
  test("two days are changed, shown in words, saved, and found again; axe finds nothing on the way", async () => {
    const page = await claire({ viewport: { width, height: 740 }, colorScheme, javaScriptEnabled });
    await planning(page);
    await expectAccessible(page, javaScriptEnabled);
    await page.locator("summary", { hasText: "Absent quelques jours" }).click();
    await page.locator("summary", { hasText: "Répéter, copier" }).click();
    await expectAccessible(page, javaScriptEnabled);
    const before = await boxes(page).evaluateAll((all) => all.map((box) => box.matches(":checked")));
    await boxes(page).nth(0).click();
    await boxes(page).nth(1).click();
    if (javaScriptEnabled) expect(await page.locator("[data-day-count]").innerText()).toMatch(/^[12] repas/);
    await page.locator(".day-bar button").click();
    if (!javaScriptEnabled) {
      await page.waitForURL(/\/planning\/verifier$/);
      expect(await page.locator("main").innerText()).toContain("Rien n’est encore fait.");
      await expectAccessible(page, javaScriptEnabled);
      await page.locator("main form button").click();
    }
    await page.waitForURL(/\/recus\//);
    expect(await heading(page)).toMatch(/repas (réservé|annulé)/);
    await expectAccessible(page, javaScriptEnabled);
    await planning(page);
    const after = await boxes(page).evaluateAll((all) => all.map((box) => box.matches(":checked")));
    expect(after).toEqual(before.map((checked, index) => (index < 2 ? !checked : checked)));
    await page.goto(shown.address(`/historique`));
    expect(await page.locator("main").innerText()).toContain("Claire Lefebvre");
    await expectAccessible(page, javaScriptEnabled);
  });
});

test.each([
  ["claire.lefebvre@exemple.fr", 1280, 900],
  // Thirteen prices, hours to choose and children who come along.
  ["sophie.duhamel@exemple.fr", 1280, 900],
  ["sophie.duhamel@exemple.fr", 360, 1480],
])("%s at %i px sees a day of the week within %i px", async (email, width, within) => {
  const page = await shown.signedIn(email, { viewport: { width, height: 900 } });
  await page.goto(shown.address("/planning?semaine=2026-12-07"));
  const day = await page.locator("[data-day-grid] tr.day").first().boundingBox();
  expect(day?.y).toBeLessThan(within);
});

test("what a tool would change is shown first, and axe finds nothing there", async () => {
  const page = await claire({ viewport: { width: 360, height: 740 } });
  const month = await planning(page);
  await page.locator("summary", { hasText: "Absent quelques jours" }).click();
  await page.locator("form[action='/planning/annuler'] input[name=au]").fill(`${month}-28`);
  await page.locator("form[action='/planning/annuler'] button").click();
  await page.waitForURL(/\/planning\/annuler\?/);
  expect(await heading(page)).toMatch(/repas à annuler\u00a0: à confirmer$/);
  await expectAccessible(page, true);
});

test("with the keyboard alone: arrows move between days, space ticks, enter saves", async () => {
  const page = await claire({ viewport: { width: 1280, height: 900 } });
  await planning(page);
  await boxes(page).first().focus();
  await page.keyboard.press("ArrowRight");
  const focused = page.locator("[data-day-grid] input:focus");
  expect(await focused.count()).toBe(1);
  expect(await focused.evaluate((box) => box === document.querySelector("[data-day-grid] input"))).toBe(
    false,
  );
  const was = await focused.isChecked();
  await page.keyboard.press("Space");
  expect(await focused.isChecked()).toBe(!was);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/recus\//);
  expect(await heading(page)).toMatch(/^1\s(repas)/);
});

test("a double click saves once: one receipt, one line in the history", async () => {
  const page = await claire({ viewport: { width: 1280, height: 900 } });
  await planning(page);
  await boxes(page).nth(3).click();
  await page.locator(".day-bar button").dblclick();
  await page.waitForURL(/\/recus\//);
  const receipt = page.url();
  await page.goto(shown.address(`/historique`));
  const links = await page
    .locator("main a[href^='/recus/']")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(links.filter((href) => receipt.endsWith(href ?? "-"))).toHaveLength(1);
});

test("back after saving: the old page asks only for what is newly changed", async () => {
  const page = await claire({ viewport: { width: 1280, height: 900 } });
  await planning(page);
  await boxes(page).nth(4).click();
  await page.locator(".day-bar button").click();
  await page.waitForURL(/\/recus\//);
  const first = page.url();
  await page.goBack();
  await boxes(page).nth(5).click();
  await page.locator(".day-bar button").click();
  await page.waitForURL(/\/recus\//);
  expect(page.url()).not.toBe(first);
  expect(await heading(page)).toMatch(/^1\srepas/);
});

test("a first visit to the planning weighs 30 kB at most", async () => {
  const page = await claire({ viewport: { width: 360, height: 740 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await planning(page);
  await page.waitForLoadState("networkidle");
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThanOrEqual(30 * 1024);
});
