import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  CLOCK,
  expectAccessible,
  showDemonstration,
  sideways,
  type ShownDemonstration,
} from "../browser/demonstration.ts";

// Agents of the demonstration at the closures, the calendar, the keys and the cash desk, in a real browser.
let shown: ShownDemonstration;

beforeAll(async () => {
  shown = await showDemonstration();
}, 120_000);

afterAll(() => shown.close());

const address = (path: string) => shown.address(path);
const signedIn: ShownDemonstration["signedIn"] = (email, options) => shown.signedIn(email, options);
const main = (page: Page) => page.locator("main").innerText();

/** Shows what the closing of the first coming day on which somebody eats would do; returns that day. */
async function toCheck(page: Page): Promise<string> {
  const today = Temporal.PlainDate.from(CLOCK.slice(0, 10));
  for (let ahead = 2; ahead < 60; ahead++) {
    const day = today.add({ days: ahead }).toString();
    await page.goto(address("/agent/fermetures"));
    await page.fill("#du", day);
    await page.fill("#message", "Grève du personnel");
    await page.locator("form:has(#du) button").click();
    await page.waitForURL(/verifier$/);
    if (/réservations? de/.test(await main(page))) return day;
  }
  throw new Error("Nobody of the demonstration eats at Rue in the next two months");
}

describe.each([
  [360, "light"],
  [1280, "dark"],
] as const)("at %i px, %s theme", (width, colorScheme) => {
  const look = { viewport: { width, height: 740 }, colorScheme };

  test("a day is closed in words first; families read it, are written to, and it opens again", async () => {
    const paul = await signedIn("paul.martin@exemple.fr", look);
    const day = await toCheck(paul);
    await expectAccessible(paul);
    await paul.locator("main form button").click();
    await paul.waitForURL(/faite=/);
    expect(await main(paul)).toContain("C’est fermé");
    await expectAccessible(paul);

    const claire = await signedIn("claire.lefebvre@exemple.fr", look);
    await claire.goto(address(`/planning?mois=${day.slice(0, 7)}`));
    expect(await claire.locator("main").textContent()).toContain("Fermé\u00a0: Grève du personnel");
    await expect
      .poll(async () => {
        await claire.goto(address("/dev/courrier"));
        return main(claire);
      })
      .toMatch(/annul/);

    await paul.goto(address("/agent/fermetures"));
    await paul.locator("tr", { hasText: "Grève du personnel" }).locator("a").click();
    await paul.waitForURL(/rouvrir$/);
    await expectAccessible(paul);
    await paul.locator("main form button").click();
    await paul.waitForURL(/faite=/);
    expect(await main(paul)).toContain("C’est rouvert");
    await claire.goto(address(`/planning?mois=${day.slice(0, 7)}`));
    expect(await claire.locator("main").textContent()).not.toContain("Grève du personnel");
  });

  test("the calendar and what would change of it", async () => {
    const helene = await signedIn("helene.caron@exemple.fr", look);
    await helene.goto(address("/agent/calendrier"));
    expect(await main(helene)).toContain("À confirmer");
    await expectAccessible(helene);
    await helene.fill("#texte", "school_year,kind,first_day_off,last_day_off,label,evidence\nhier,,,,,");
    await helene.locator("form:has(#texte) button").click();
    await helene.waitForURL(/import\/verifier$/);
    expect(await main(helene)).toMatch(/1\sligne n’est pas prise/);
    await expectAccessible(helene);
    await helene.goto(address("/agent/calendrier"));
    await helene.check("input[value=alsace-moselle]");
    await helene.locator("form:has(#feries) button").click();
    await helene.waitForURL(/choix\/verifier$/);
    await expectAccessible(helene);
  });
});

test("keys go, search and list themselves; never while somebody types, nor once turned off", async () => {
  const paul = await signedIn("paul.martin@exemple.fr", { viewport: { width: 1280, height: 800 } });
  await paul.goto(address("/agent/fermetures"));
  await paul.keyboard.press("g");
  await paul.keyboard.press("f");
  await paul.waitForURL(/\/agent\/familles$/);
  await paul.keyboard.press("/");
  await paul.keyboard.type("gx?/");
  expect(await paul.locator("input[type=search]").inputValue()).toBe("gx?/");
  expect(await paul.locator("dialog").count()).toBe(0);
  await paul.locator("h1").click();
  await paul.keyboard.press("?");
  await paul.locator("dialog[open]").waitFor();
  await expectAccessible(paul);
  await paul.locator("dialog [data-switch] button").click();
  await paul.keyboard.press("Escape");
  await paul.keyboard.press("?");
  await paul.keyboard.press("g");
  await paul.keyboard.press("x");
  await paul.goto(address("/agent/raccourcis"));
  expect(await paul.locator("dialog").count()).toBe(0);
  await expectAccessible(paul);
  await paul.locator("[data-switch] button").click();
  await paul.keyboard.press("g");
  await paul.keyboard.press("x");
  await paul.waitForURL(/\/agent\/fermetures$/);
});

test("Escape puts the links of now and then away, and gives the place back to their button", async () => {
  const helene = await signedIn("helene.caron@exemple.fr", { viewport: { width: 1280, height: 800 } });
  await helene.goto(address("/agent"));
  const menu = helene.locator(".menu-now-and-then");
  const button = menu.locator("summary");
  await button.click();
  await menu.locator("a").first().focus();
  expect(await menu.getAttribute("open")).not.toBeNull();
  await helene.keyboard.press("Escape");
  expect(await menu.getAttribute("open")).toBeNull();
  expect(await button.evaluate((summary) => summary === document.activeElement)).toBe(true);
  // Where something else is read, Escape moves nothing: the menu alone closes.
  await button.click();
  await helene.locator("h1").click();
  await helene.keyboard.press("Escape");
  expect(await menu.getAttribute("open")).toBeNull();
  expect(await button.evaluate((summary) => summary === document.activeElement)).toBe(false);
});

// A payment from the search to the receipt that the family reads: axe looks at each page, and all works without a script.
test.each([true, false])(
  "the desk takes cash at 360 px, JavaScript %s",
  async (javaScriptEnabled) => {
    const look = { viewport: { width: 360, height: 740 }, javaScriptEnabled };
    const nadia = await signedIn("nadia.roussel@exemple.fr", look);
    const seen = (page: Page) =>
      javaScriptEnabled
        ? expectAccessible(page)
        : sideways(page).then((faults) => expect(faults).toEqual([]));
    await nadia.goto(address("/agent/regie"));
    await seen(nadia);
    await nadia.fill("#q", "lefebvre");
    await nadia.locator("search button").click();
    await seen(nadia);
    await nadia.getByRole("link", { name: /claire lefebvre/i }).click();
    await seen(nadia);
    await nadia.fill("#montant", "2,40");
    await nadia.fill("#donne", "5");
    await nadia.locator("form:has(#montant) button").click();
    await nadia.waitForURL(/verifier$/);
    expect(await main(nadia)).toMatch(/À rendre\s:\s2,60/);
    await seen(nadia);
    await nadia.locator("form button", { hasText: "Encaisser" }).click();
    await nadia.waitForURL(/quittances/);
    expect(await main(nadia)).toMatch(/Quittance 2026-/);
    await seen(nadia);
    const payment = /quittances\/([0-9a-f-]{36})/.exec(nadia.url())?.[1] ?? "";
    await nadia.context().close();
    const claire = await signedIn("claire.lefebvre@exemple.fr", look);
    await claire.goto(address("/factures"));
    expect(await claire.locator(`a[href="/paiements/${payment}"]`).count()).toBe(1);
    await claire.goto(address(`/paiements/${payment}`));
    expect(await main(claire)).toMatch(/Quittance 2026-/);
    await seen(claire);
    await claire.context().close();
  },
  60_000,
);

test("off line an agent's form stays as it was filled, and says so", async () => {
  const helene = await signedIn("helene.caron@exemple.fr", { viewport: { width: 1280, height: 740 } });
  await helene.goto(address("/agent/communes"));
  const notice = helene.locator("[data-form-stays]");
  expect(await notice.isHidden()).toBe(true);
  const list = helene.locator("main form[method=post] textarea");
  const wanted = `${await list.inputValue()}\nSailly-Flibeaucourt`;
  await list.fill(wanted);
  await helene.context().setOffline(true);
  await helene.locator("main form[method=post] button").last().click();
  await notice.waitFor();
  expect(await notice.innerText()).toContain("Pas de connexion pour le moment");
  expect(await list.inputValue()).toBe(wanted);
  await expectAccessible(helene);
  await helene.context().setOffline(false);
  await notice.waitFor({ state: "hidden" });
  await helene.context().close();
});
