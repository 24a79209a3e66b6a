import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";

/**
 * Chromium, as every browser test starts it. The package's own list of arguments is left out: it asks for a single
 * process, which dies with the first closed context. Axe's functions are new in each page: optimising them, in threads
 * beside, cost a quarter of the processor that a page takes, and was thrown away with it.
 */
export async function launchBrowser(): Promise<Browser> {
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--js-flags=--no-turbofan --no-maglev",
  ];
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args });
}
