import { mkdir } from "node:fs/promises";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violationsOf } from "../browser/axe.ts";
import { launchBrowser } from "../browser/launch.ts";
import { pages, serveGallery } from "./gallery-server.ts";

// Every component in a real browser. GALLERY_SHOTS=<folder> also keeps screenshots, to be looked at.
const shots = process.env["GALLERY_SHOTS"];
const widths = [360, 1280] as const;
const themes = ["light", "dark"] as const;

let browser: Browser;
let gallery: Awaited<ReturnType<typeof serveGallery>>;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await launchBrowser();
  if (shots) await mkdir(shots, { recursive: true });
}, 60_000);

afterAll(async () => {
  await browser.close();
  gallery.server.close();
});

async function open(path: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: "fr-FR", ...options });
  const page = await context.newPage();
  await page.goto(gallery.origin + path);
  return page;
}

// Both widths and both themes of every page in two visits; all four when somebody looks at them.
// The month of four services is drawn as its week, five times: axe takes half a minute to say the same of it.
const looked = Object.keys(pages).filter((path) => shots !== undefined || path !== "/services");
const cases = looked.flatMap((path) =>
  widths.flatMap((width) =>
    themes
      .filter((theme) => shots !== undefined || (theme === "light") === (width === 360))
      .map((theme) => [path, width, theme] as const),
  ),
);

test.each(cases)(
  "%s at %i px, %s: axe finds nothing, nothing scrolls sideways",
  async (path, width, theme) => {
    const page = await open(path, { viewport: { width, height: 800 }, colorScheme: theme });
    const refused: string[] = [];
    page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
    await page.reload();
    if (shots) await page.screenshot({ path: `${shots}${path}-${width}-${theme}.png`, fullPage: true });
    const violations = await violationsOf(page);
    expect(violations.map((found) => [found.id, found.nodes.slice(0, 3).map((node) => node.html)])).toEqual(
      [],
    );
    expect(refused).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.context().close();
  },
  60_000,
);

test("text of twice its size: the authority, the account and the links lie beside each other (RGAA 10.4)", async () => {
  const page = await open("/planning", { viewport: { width: 1280, height: 800 }, bypassCSP: true });
  await page.addStyleTag({ content: "html { font-size: 200% }" });
  const boxes = await Promise.all(
    [".brand", ".menu-account", ".menu > ul:first-child"].map(async (part) => {
      const box = await page.locator(part).boundingBox();
      if (box === null) throw new Error(`${part} is not shown`);
      return box;
    }),
  );
  const [brand, account, links] = boxes;
  if (brand === undefined || account === undefined || links === undefined) throw new Error("no header");
  expect(brand.x + brand.width).toBeLessThanOrEqual(account.x);
  expect(Math.max(brand.y + brand.height, account.y + account.height)).toBeLessThanOrEqual(links.y);
  await page.context().close();
});

test("on a telephone the menu opens and closes without a script", async () => {
  const page = await open("/planning", { viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
  const link = page.getByRole("link", { name: "Ma famille" });
  expect(await link.isVisible()).toBe(false);
  await page.getByRole("button", { name: "Menu" }).press("Enter");
  expect(await link.isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await link.isVisible()).toBe(false);
  await page.context().close();
});

test("on a telephone a menu longer than the screen scrolls down to its last link", async () => {
  const page = await open("/agent", { viewport: { width: 360, height: 400 }, javaScriptEnabled: false });
  await page.getByRole("button", { name: "Menu" }).press("Enter");
  const last = page.locator("#menu :is(a, button)").last();
  await last.scrollIntoViewIfNeeded();
  const box = await last.boundingBox();
  expect(box === null ? Infinity : box.y + box.height).toBeLessThanOrEqual(400);
  await page.context().close();
});

describe("the day grid", () => {
  test.each([
    ["one service", "/planning", 30_000],
    ["four services", "/services", 35_000],
  ])("a first visit of three children, %s and one month is light", async (_, path, most) => {
    const page = await open(path, { viewport: { width: 360, height: 800 } });
    const weights = await page.evaluate<number[]>(
      "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((e) => e.encodedBodySize)",
    );
    expect(weights.length).toBeGreaterThanOrEqual(3);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(most);
    await page.context().close();
  });

  test("arrows move to the next day and line, space toggles, the bar counts", async () => {
    const page = await open("/planning", { viewport: { width: 1280, height: 900 } });
    const box = (row: number, date: string) => page.locator(`[value="${row}.2026-11-${date}"]`);
    await box(0, "12").focus();
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("0.2026-11-13");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("1.2026-11-13");
    const before = await box(1, "13").isChecked();
    await page.keyboard.press("Space");
    expect(await box(1, "13").isChecked()).toBe(!before);
    expect(await page.locator("[data-day-count]").textContent()).toMatch(/^1 repas (ajouté|annulé)$/);
    await page.keyboard.press("Space");
    expect(await page.locator("[data-day-count]").textContent()).toBe("Aucun changement");
    await page.context().close();
  });

  test("without a script, a changed box says what will happen", async () => {
    const page = await open("/planning", { viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
    const cell = page.locator("td", { has: page.locator('[value="0.2026-11-13"]') });
    const word = await cell.locator(".cell-word:visible").innerText();
    await cell.locator("label").click();
    expect(await cell.locator(".cell-word:visible").innerText()).not.toBe(word);
    await page.context().close();
  });

  test("is a table for assistive technology in both shapes", async () => {
    // The folded week-end is not repeated on a telephone.
    for (const [width, rows] of [
      [360, 6],
      [1280, 7],
    ] as const) {
      const page = await open("/planning", { viewport: { width, height: 800 } });
      const table = page.getByRole("table", { name: /^Semaine du 9/ });
      expect(await table.getByRole("row").count()).toBe(rows);
      expect(await table.getByRole("columnheader").count()).toBe(4);
      expect(await table.getByRole("rowheader", { name: /^jeudi 12 novembre/ }).count()).toBe(1);
      await page.context().close();
    }
  });

  test("every target is at least 44 px high on a telephone", async () => {
    const page = await open("/planning", { viewport: { width: 360, height: 800 } });
    const heights = await page.$$eval("label.cell, .menu-button, .day-bar button, .pager a", (targets) =>
      targets.map((target) => target.getBoundingClientRect().height),
    );
    expect(heights.length).toBeGreaterThan(30);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await page.context().close();
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate<string>("document.activeElement.value");
}
