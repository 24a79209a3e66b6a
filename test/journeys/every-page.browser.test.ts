import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import AxeBuilder from "@axe-core/playwright";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { startProgram, type Program } from "../bench/program/program.ts";

// Every page that each person of the demonstration can reach by links, looked at by axe, on a telephone in the light
// theme and on a wide screen in the dark one.

/** Monday 2 November 2026, 9 h in Paris. */
const CLOCK = "2026-11-02T08:00:00Z";
const SIZES = [
  { width: 360, height: 740, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
] as const;

let program: Program;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "preau-pages-"));
  program = await startProgram({
    env: { DATA_DIR: join(folder, "data"), PREAU_CLOCK: CLOCK },
    log: join(folder, "log"),
  });
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
});

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
  return found.map((href) => href.replace(/#.*$/, "")).filter((href) => !href.endsWith("/html"));
}

/** Walks the links from a page, one page of each kind; returns what was found wrong, and the kinds seen. */
async function walk(page: Page, starts: readonly string[]): Promise<{ kinds: string[]; faults: string[] }> {
  const origin = `http://localhost:${program.port}`;
  const queue = [...starts];
  const seen = new Set<string>();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`${page.url()} console: ${message.text()}`);
  });
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(kindOf(path))) continue;
    seen.add(kindOf(path));
    const answer = await page.goto(origin + path);
    if (answer?.status() !== 200) faults.push(`${path} answers ${answer?.status()}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    faults.push(...violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html ?? ""}`));
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (sideways) faults.push(`${path} scrolls sideways`);
    queue.push(...(await links(page)));
  }
  return { kinds: [...seen].toSorted(), faults };
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`http://localhost:${program.port}/connexion`);
  await page.fill("#email", email);
  await page.fill("#mot-de-passe", "preau-demonstration");
  await page.locator("form:has(#mot-de-passe) button").click();
  await page.waitForURL((url) => url.pathname !== "/connexion");
}

test.each([
  ["a visitor", null, ["/"], ["/", "/connexion", "/aide", "/accessibilite", "/donnees-personnelles"]],
  ["a mother", "claire.lefebvre@exemple.fr", ["/"], ["/", "/planning", "/historique", "/recus/:id"]],
  [
    "the administrator",
    "helene.caron@exemple.fr",
    ["/agent", "/agent/familles?q=lefebvre"],
    [
      "/agent",
      "/agent/calendrier",
      "/agent/cuisine",
      "/agent/familles",
      "/agent/familles/:id",
      "/agent/familles/:id/planning",
      "/agent/fermetures",
      "/agent/lieux/:id/jours/:date",
      "/agent/reglages",
      "/mes-connexions",
    ],
  ],
  ["the kitchen", "jerome.petit@exemple.fr", ["/agent"], ["/agent", "/agent/cuisine"]],
] as const)("every page that %s reaches is accessible", async (_who, email, starts, expected) => {
  for (const { width, height, colorScheme } of SIZES) {
    const viewport = { width, height };
    const context = await browser.newContext({
      viewport,
      colorScheme,
      locale: "fr-FR",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    if (email !== null) await signIn(page, email);
    const { kinds, faults } = await walk(page, starts);
    expect(faults).toEqual([]);
    expect(kinds).toEqual(expect.arrayContaining([...expected]));
    await context.close();
  }
});
