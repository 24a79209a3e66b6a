import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { projectRoot } from "#platform";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { faultsOf, showDemonstration, sideways, type ShownDemonstration } from "../browser/demonstration.ts";
import { WALKS } from "./walks.ts";

// Every page that each person of the demonstration can reach by links, looked at by axe, on a telephone in the light
// theme and on a wide screen in the dark one. Of the pages that several people share (help, privacy…), axe looks at the
// first one's; the others' must answer and fit the screen. A page is loaded once and looked at on both screens: its
// style sheet alone knows how wide it is shown (« no script asks for the width of the screen », below).

const TELEPHONE = { viewport: { width: 360, height: 740 }, colorScheme: "light" } as const;
const WIDE_SCREEN = { viewport: { width: 1280, height: 900 }, colorScheme: "dark" } as const;
type Screen = typeof TELEPHONE | typeof WIDE_SCREEN;

/** Pages that one person walks through at the same time: as many as the smallest machine has cores. */
const TABS = 2;

/** The kinds that axe has looked at. */
const looked = new Set<string>();

let shown: ShownDemonstration;

beforeAll(async () => {
  shown = await showDemonstration();
}, 360_000);

afterAll(() => shown.close());

/** The kinds of page: « /recus/7f… » and « /recus/a3… » are one. Months are all one kind, and so are days. */
function kindOf(path: string): string {
  return path
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
    .replace(/\d{4}-\d{2}-\d{2}/, ":date")
    .replace(/\?.*$/, "");
}

async function links(page: Page): Promise<string[]> {
  const found = await page
    .locator("a[href^='/']:not([download])")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return found
    .map((href) => href.replace(/#.*$/, ""))
    .filter((href) => !/(\/html|\.(csv|yaml|ics)(\?.*)?)$/.test(href));
}

/** Words of a page with an ordinary space before « : ; ! ? » or inside quotes; what is typed or copied is left out. */
async function looseSigns(page: Page): Promise<string[]> {
  const text = await page.locator("body").evaluate((body) => {
    const words: string[] = [];
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest("textarea, pre, code, script, style") === null)
        words.push(node.nodeValue ?? "");
    }
    return words.join("");
  });
  return text.match(/.{0,20} [:;!?»]|« .{0,20}/g) ?? [];
}

/** What a look finds wrong with the page as it is, on the screen it is on and then on the other one, where it stays. */
async function onBothScreens(page: Page, look: (page: Page) => Promise<string[]>): Promise<string[]> {
  const faults = await look(page);
  const other: Screen = page.viewportSize()?.width === TELEPHONE.viewport.width ? WIDE_SCREEN : TELEPHONE;
  await page.setViewportSize(other.viewport);
  await page.emulateMedia({ colorScheme: other.colorScheme });
  return [...faults, ...(await look(page))];
}

/**
 * Walks the links from a page in several tabs, one page of each kind; returns what was found wrong, and the kinds seen.
 * @param own the kinds that axe looks at whoever has been there before
 */
async function walk(
  first: Page,
  starts: readonly string[],
  own: readonly string[],
): Promise<{ kinds: string[]; faults: string[] }> {
  const seen = new Set<string>();
  const faults: string[] = [];
  const tabs = [first];
  while (tabs.length < TABS) tabs.push(await first.context().newPage());
  for (const page of tabs) {
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`${page.url()} console: ${message.text()}`);
    });
  }
  let found: readonly string[] = starts;
  while (found.length > 0) {
    // One after another each tab takes the next page; what these lead to is the next round's.
    const round = found.values();
    const next: string[] = [];
    await Promise.all(
      tabs.map(async (page) => {
        for (const path of round) {
          const kind = kindOf(path);
          if (seen.has(kind)) continue;
          seen.add(kind);
          const answer = await page.goto(shown.address(path));
          if (answer?.status() !== 200) faults.push(`${path} answers ${answer?.status()}`);
          const whole = own.includes(kind) || !looked.has(kind);
          looked.add(kind);
          faults.push(...(await onBothScreens(page, whole ? faultsOf : sideways)));
          faults.push(...(await looseSigns(page)).map((text) => `${path} lets a sign start a line: ${text}`));
          next.push(...(await links(page)));
        }
      }),
    );
    found = next;
  }
  return { kinds: [...seen].toSorted(), faults };
}

test.each(WALKS)(
  "every page that %s reaches is accessible",
  async (_who, email, starts, expected) => {
    const page = email === null ? await shown.visitor(TELEPHONE) : await shown.signedIn(email, TELEPHONE);
    const { kinds, faults } = await walk(page, starts, expected);
    expect(faults).toEqual([]);
    expect(kinds).toEqual(expect.arrayContaining([...expected]));
    await page.context().close();
  },
  1_800_000,
);

// The walk above opens one such page: of an adult who pays, or of one who may leave.
test("an adult who leaves a household: what is in the way, the form and what is missing in it are accessible", async () => {
  const page = await shown.signedIn("helene.caron@exemple.fr", TELEPHONE);
  await page.goto(shown.address("/agent/familles?q=lefebvre"));
  await page
    .locator("main a[href^='/agent/familles/']", { hasText: /lefebvre/i })
    .first()
    .click();
  await page.waitForURL(/familles\/[0-9a-f-]{36}/);
  const leaving = (await links(page)).filter((path) => /responsables\/[^/]+\/retirer$/.test(path));
  const faults: string[] = [];
  const titles: string[] = [];
  for (const path of leaving) {
    const answer = await page.goto(shown.address(path));
    expect(answer?.status()).toBe(200);
    faults.push(...(await onBothScreens(page, faultsOf)));
    titles.push((await page.locator("h1").textContent()) ?? "");
    if ((await page.locator("#raison").count()) === 0) continue;
    await page.locator("form:has(#raison)").evaluate((form) => form.setAttribute("novalidate", ""));
    await page.locator("form:has(#raison) button").click();
    expect(await page.locator("main").textContent()).toContain("Écrivez la raison.");
    faults.push(...(await onBothScreens(page, faultsOf)));
  }
  expect(titles).toContain("Cette personne ne peut pas encore quitter ce foyer");
  expect(titles.some((title) => title.startsWith("Retirer "))).toBe(true);
  expect(faults).toEqual([]);
  await page.context().close();
}, 360_000);

// The walk above sees one family: it has no contract.
test("every page on which an agent signs, changes and ends a contract, and its family reads it, is accessible", async () => {
  const page = await shown.signedIn("martine.leroy@exemple.fr", TELEPHONE);
  const faults: string[] = [];
  const open = async (link: string) => {
    await page.goto(shown.address((await page.locator(link).first().getAttribute("href")) ?? ""));
    faults.push(...(await onBothScreens(page, faultsOf)));
  };
  const send = async (form: string) => {
    await page.locator(`${form} button`).last().click();
    await page.waitForURL(/verifier$/);
    faults.push(...(await onBothScreens(page, faultsOf)));
  };
  await page.goto(shown.address("/agent/familles?q=duhamel"));
  await open("main a[href^='/agent/familles/']");
  await open("main a[href$='/contrats']");
  const list = page.url();
  await open("main a[href*='remplace=']");
  await page.fill("#du", "2026-12-07");
  await page.selectOption("#arrivee-3", "3:540");
  await send("form[action$='/verifier']");
  expect(await page.locator("main").textContent()).toContain("l’arrivée et le départ du mercredi");
  await page.selectOption("#depart-3", "3:720");
  await send("form[action$='/verifier']");
  expect(await page.locator("main").textContent()).toContain("jours réservés");
  await page.goto(list);
  await open("main a[href$='/arreter']");
  await page.fill("#des", "2027-05-03");
  await send("form[action$='/verifier']");
  expect(await page.locator("main").textContent()).toContain("jours annulés");
  await page.context().close();
  const family = await shown.signedIn("sophie.duhamel@exemple.fr", TELEPHONE);
  for (const path of ["/", "/planning", "/contrats"]) {
    await family.goto(shown.address(path));
    expect(await family.locator("main").textContent()).toMatch(/contrat d’accueil/i);
    faults.push(...(await onBothScreens(family, faultsOf)));
  }
  await family.context().close();
  expect(faults).toEqual([]);
}, 600_000);

// What lets the pages above be loaded once for both screens.
test("no script asks for the width of the screen or for the theme", () => {
  const assets = join(projectRoot, "dist", "assets");
  const scripts = readdirSync(assets).filter((file) => file.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(5);
  const asks = /(inner|outer|client|offset|scroll)Width|resize|prefers-color|(min|max)-width|orientation/i;
  expect(scripts.filter((file) => asks.test(readFileSync(join(assets, file), "utf8")))).toEqual([]);
});
