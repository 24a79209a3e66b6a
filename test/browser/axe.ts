import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { default as Axe, Result } from "axe-core";
import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** Once its source has been read in the page. */
    axe: typeof Axe;
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong with the page as it is shown, under every rule that is on by default. What passes is not written
 * out (a planning has thousands of such nodes), and frames are not visited: our pages have none.
 */
export async function violationsOf(page: Page): Promise<Result[]> {
  if (!(await page.evaluate(() => "axe" in window))) await readAxe(page);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations;
  });
}

/**
 * As the browser's own console would, which the page's rules for scripts do not bind. The tab keeps the source: handing
 * two thirds of a megabyte over for each page costs the browser half of what the look costs.
 */
async function readAxe(page: Page): Promise<void> {
  const keeps = await page.evaluate(() => sessionStorage.getItem("axe") !== null);
  if (!keeps) await page.evaluate((text) => sessionStorage.setItem("axe", text), source);
  const console = await page.context().newCDPSession(page);
  await console.send("Runtime.evaluate", { expression: "(0, eval)(sessionStorage.getItem('axe'))" });
  await console.detach();
}
