import { join } from "node:path";

import sparticuz from "@sparticuz/chromium";
import { chromium, type BrowserContext } from "playwright-core";

import { fillServicesWithSlots } from "../data/fill-services.ts";
import type { ServiceTown } from "../data/services.ts";
import { benchToken } from "../data/sessions.ts";
import type { Bench } from "../figure.ts";
import { connectHttp } from "../program/http-client.ts";
import { startProgram } from "../program/program.ts";
import { startServer } from "../server.ts";

/** One school with four services: canteen, morning, evening with chosen hours, Wednesdays by the day or the morning. */
const TOWN: ServiceTown = {
  schema: "a_000000000012",
  host: "localhost",
  households: 3,
  sites: 1,
  places: 60,
};
const SESSION = { name: "__Host-preau", value: benchToken(1), secure: true, httpOnly: true };
const TELEPHONE = { viewport: { width: 360, height: 740 }, locale: "fr-FR" };

/**
 * The planning of three children in four services for one month in a real browser whose cache is empty: the sum of the encoded bodies of all it
 * fetches, the icon included (a browser without a window does not ask for it). The heavier of the month shown by
 * itself and the next full one.
 */
export const firstVisit: Bench = {
  names: ["planning_first_visit_kb"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const connectionString = await startServer(join(bench.folder, "first-visit"), running);
    await fillServicesWithSlots(connectionString, TOWN);
    const program = await startProgram({
      env: { DATABASE_URL: connectionString },
      log: join(bench.folder, "first-visit.log"),
    });
    running.defer(() => program.stop());
    const browser = await chromium.launch({
      executablePath: await sparticuz.executablePath(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    running.defer(() => browser.close());
    const site = `http://localhost:${program.port}`;
    const month = Temporal.Now.plainDateISO("Europe/Paris").add({ months: 2 }).toPlainYearMonth().toString();
    const visits = [];
    for (const path of ["/planning", `/planning?mois=${month}`]) {
      // A new context has nothing in its cache.
      const context = await browser.newContext(TELEPHONE);
      await context.addCookies([{ ...SESSION, url: `https://localhost:${program.port}` }]);
      visits.push({ path, ...(await weigh(context, site, path, program.port)) });
      await context.close();
    }
    const heaviest = Math.max(...visits.map(({ bytes }) => bytes));
    return { planning_first_visit_kb: { value: heaviest / 1000, facts: { visits } } };
  },
};

async function weigh(context: BrowserContext, site: string, path: string, port: number) {
  const page = await context.newPage();
  const parts: Record<string, number> = {};
  page.on("requestfinished", async (request) => {
    const { pathname } = new URL(request.url());
    parts[pathname] = (await request.sizes()).responseBodySize;
  });
  await page.goto(`${site}${path}`, { waitUntil: "networkidle" });
  const children = await page.locator("input[type=checkbox]").count();
  const icons = await page
    .locator("link[rel~=icon]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const icon of icons) parts[icon] ??= await iconSize(port, icon);
  if (children === 0) throw new Error("The planning showed nothing to tick");
  const bytes = Object.values(parts).reduce((sum, size) => sum + size, 0);
  return { bytes, checkboxes: children, parts };
}

async function iconSize(port: number, path: string): Promise<number> {
  if (path === "" || path.startsWith("data:")) return 0;
  const http = connectHttp({ port, host: "localhost" });
  const { body } = await http.get(path, { compressed: true });
  http.close();
  return body.length;
}
