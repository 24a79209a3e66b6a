import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";

import { demonstrationPassword } from "../../src/app/demonstration/accounts.ts";
import { startProgram } from "../bench/program/program.ts";
import { violationsOf } from "./axe.ts";
import { writeDemonstrationFolder } from "./demonstration-folder.ts";
import { launchBrowser } from "./launch.ts";

/** Monday 2 November 2026, 9 h in Paris: the days seen do not depend on the day the test runs. */
export const CLOCK = "2026-11-02T08:00:00Z";

/** The demonstration in a folder of its own, with a browser in front of it. */
export interface ShownDemonstration {
  address(path: string): string;
  /** A page of a visitor, in a context of its own. */
  visitor(options: BrowserContextOptions): Promise<Page>;
  /** The same, signed in. */
  signedIn(email: string, options: BrowserContextOptions): Promise<Page>;
  /** Stops the program and starts it again on the same folder, at a later instant. */
  laterAt(clock: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the whole program as a technician does who comes back to the demonstration, and Chromium. */
export async function showDemonstration(): Promise<ShownDemonstration> {
  const folder = mkdtempSync(join(tmpdir(), "preau-browser-"));
  const log = join(folder, "log");
  const envAt = (clock: string) => ({ DATA_DIR: join(folder, "data"), PREAU_CLOCK: clock });
  await writeDemonstrationFolder(envAt(CLOCK).DATA_DIR, Temporal.Instant.from(CLOCK));
  let program = await startProgram({ env: envAt(CLOCK), log });
  const browser = await launchBrowser();
  const address = (path: string) => `http://localhost:${program.port}${path}`;
  const visitor = async (options: BrowserContextOptions) =>
    (await browser.newContext({ locale: "fr-FR", reducedMotion: "reduce", ...options })).newPage();
  return {
    address,
    visitor,
    signedIn: async (email, options) => {
      const page = await visitor(options);
      await page.goto(address("/connexion"));
      await page.fill("#email", email);
      await page.fill("#mot-de-passe", demonstrationPassword);
      await page.locator("form:has(#mot-de-passe) button").click();
      await page.waitForURL((url) => url.pathname !== "/connexion");
      return page;
    },
    laterAt: async (clock) => {
      await program.stop();
      program = await startProgram({ env: envAt(clock), log, port: program.port });
    },
    close: async () => {
      await browser.close();
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What is wrong with the page as it is shown: axe's findings, and a page wider than its screen. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults = (await violationsOf(page)).map(
    ({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html ?? ""}`,
  );
  return [...faults, ...(await sideways(page))];
}

/** Whether the page scrolls sideways; all that can be asked of a page without scripts. */
export async function sideways(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return wider ? [`${page.url()} scrolls sideways`] : [];
}

/** Axe finds nothing and nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
}
