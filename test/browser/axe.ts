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

// The short source, read once a page: that and no more makes a tenth of what the walk through every page costs.
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

/** As the browser's own console would: given to `page.evaluate`, half a megabyte is copied and read twice. */
async function readAxe(page: Page): Promise<void> {
  const console = await page.context().newCDPSession(page);
  await console.send("Runtime.evaluate", { expression: source });
  await console.detach();
}
