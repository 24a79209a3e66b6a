import { afterAll, beforeAll, expect, test } from "vitest";

import { faultsOf, showDemonstration, type ShownDemonstration } from "../browser/demonstration.ts";

// What an agent chose is not lost with the network, on every page of theirs: one stands for all.
let shown: ShownDemonstration;

beforeAll(async () => {
  shown = await showDemonstration();
}, 120_000);
afterAll(() => shown.close());

test("off line a form stays and says so; where the network fails on the way, the choice comes back", async () => {
  const page = await shown.signedIn("helene.caron@exemple.fr", { viewport: { width: 1280, height: 900 } });
  const notice = page.locator("[data-kept-form]");
  const list = page.locator("main form[method=post] textarea");
  const save = page.locator("main form[method=post] button").last();
  await page.goto(shown.address("/agent/territoire"));
  expect(await notice.isHidden()).toBe(true);
  const known = await list.inputValue();
  await list.fill(`${known}\nSailly-Flibeaucourt`);
  await page.context().setOffline(true);
  await save.click();
  await notice.waitFor();
  expect(await notice.innerText()).toContain("Pas de connexion pour le moment");
  expect(await list.inputValue()).toContain("Sailly-Flibeaucourt");
  expect(await faultsOf(page)).toEqual([]);
  await page.context().setOffline(false);

  await page.route("**/agent/territoire", (route) =>
    route.request().method() === "POST" ? route.abort("internetdisconnected") : route.continue(),
  );
  await save.click();
  await page.waitForURL(/chrome-error/);
  await page.unroute("**/agent/territoire");
  await page.goto(shown.address("/agent/territoire"));
  await notice.waitFor();
  expect(await notice.innerText()).toContain("de nouveau là");
  expect(await list.inputValue()).toContain("Sailly-Flibeaucourt");
  await save.click();
  await page.waitForURL(/territoire/);
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("personne"))),
  ).toEqual([]);
  await page.goto(shown.address("/agent/territoire"));
  expect(await notice.isHidden()).toBe(true);
});
