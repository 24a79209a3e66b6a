import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { faultsOf, showDemonstration, type ShownDemonstration } from "../browser/demonstration.ts";

// What a family ticked is not lost with the network: in a real browser, against the whole program.
let shown: ShownDemonstration;

beforeAll(async () => {
  shown = await showDemonstration();
}, 120_000);

afterAll(() => shown.close());

const JANUARY = "/planning?mois=2027-01";
const kept = (page: Page) => page.locator("[data-kept]");
const boxes = (page: Page) => page.locator("[data-day-grid] input[type=checkbox]");
const save = (page: Page) => page.locator(".day-bar button").click();
const storage = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("personne:")));

async function january(width: number): Promise<Page> {
  const page = await shown.signedIn("claire.lefebvre@exemple.fr", { viewport: { width, height: 740 } });
  await page.goto(shown.address(JANUARY));
  expect(await kept(page).isHidden()).toBe(true);
  return page;
}

test("off line the form does not leave: it says so, keeps the ticks, and they are saved once the network is back", async () => {
  const page = await january(360);
  await boxes(page).nth(0).click();
  const wanted = await boxes(page).nth(0).isChecked();
  await page.context().setOffline(true);
  await save(page);
  await kept(page).waitFor();
  expect(await kept(page).innerText()).toContain("Pas de connexion pour le moment");
  expect(page.url()).toContain(JANUARY);
  await page.context().setOffline(false);
  // The page is closed meanwhile: the ticks are there again on return, and elsewhere a link leads to them.
  await page.goto(shown.address("/planning?mois=2027-02"));
  await page.locator("[data-kept-elsewhere] a").click();
  await page.waitForURL((url) => url.href.endsWith(JANUARY));
  await kept(page).waitFor();
  expect(await kept(page).innerText()).toContain("Vos choix ne sont pas encore enregistrés");
  expect(await boxes(page).nth(0).isChecked()).toBe(wanted);
  expect(await page.locator("[data-day-count]").innerText()).toMatch(/^1\s/);
  expect(await faultsOf(page)).toEqual([]);
  await save(page);
  await page.waitForURL(/\/recus\//);
  expect(await storage(page)).toEqual([]);
  await page.goto(shown.address(JANUARY));
  expect(await kept(page).isHidden()).toBe(true);
  expect(await boxes(page).nth(0).isChecked()).toBe(wanted);
});

test("the network fails on the way: the ticks come back with the page, and can be forgotten", async () => {
  const page = await january(1280);
  const was = await boxes(page).nth(2).isChecked();
  await page.route("**/planning/enregistrer", (route) => route.abort("internetdisconnected"));
  await boxes(page).nth(2).click();
  await save(page);
  await page.waitForURL(/chrome-error/);
  await page.unroute("**/planning/enregistrer");
  await page.goto(shown.address(JANUARY));
  await kept(page).waitFor();
  expect(await boxes(page).nth(2).isChecked()).toBe(!was);
  await page.locator("[data-forget]").click();
  expect(await kept(page).isHidden()).toBe(true);
  expect(await boxes(page).nth(2).isChecked()).toBe(was);
  expect(await storage(page)).toEqual([]);
});

test("an answer that is lost leaves nothing to save; a sign-out erases what was kept", async () => {
  const page = await january(1280);
  await page.route("**/planning/enregistrer", async (route) => {
    await route.fetch({ maxRedirects: 0 });
    await route.abort("internetdisconnected");
  });
  await boxes(page).nth(3).click();
  await save(page);
  await page.waitForURL(/chrome-error/);
  await page.goto(shown.address(JANUARY));
  expect(await kept(page).isHidden()).toBe(true);
  await page.context().setOffline(true);
  await boxes(page).nth(4).click();
  await save(page);
  await kept(page).waitFor();
  expect(await storage(page)).toHaveLength(1);
  await page.context().setOffline(false);
  await page
    .locator("form[action='/deconnexion'] button")
    .first()
    .evaluate((button) => {
      if (button instanceof HTMLElement) button.click();
    });
  await page.waitForURL(/\/connexion/);
  await page.waitForLoadState("networkidle");
  expect(await storage(page)).toEqual([]);
});

test("another person on the same telephone finds nothing of it", async () => {
  const page = await january(360);
  await page.context().setOffline(true);
  await boxes(page).nth(5).click();
  await save(page);
  await kept(page).waitFor();
  await page.context().setOffline(false);
  await page.context().clearCookies();
  await page.goto(shown.address("/connexion"));
  await page.fill("#email", "thomas.bernard@exemple.fr");
  await page.fill("#mot-de-passe", "preau-demonstration");
  await page.locator("form:has(#mot-de-passe) button").click();
  await page.waitForURL((url) => url.pathname !== "/connexion");
  await page.goto(shown.address(JANUARY));
  expect(await kept(page).isHidden()).toBe(true);
  expect(await page.locator("[data-kept-elsewhere]").isHidden()).toBe(true);
  expect(await storage(page)).toEqual([]);
});
