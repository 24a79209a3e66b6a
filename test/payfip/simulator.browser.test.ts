import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { cents } from "#kernel";

import { payfipGateway } from "../../src/payments/payfip/payfip-gateway.ts";
import { DEMONSTRATION_NUMCLI } from "../../src/payments/simulator/clients.ts";
import { faultsOf } from "../browser/demonstration.ts";
import { launchBrowser } from "../browser/launch.ts";
import { showSimulator, type ShownSimulator } from "./shown-simulator.ts";

let shown: ShownSimulator;
let browser: Browser;
beforeAll(async () => {
  shown = await showSimulator();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await shown[Symbol.asyncDispose]();
});

const gateway = () =>
  payfipGateway({ origin: shown.simulator.origin, numcli: DEMONSTRATION_NUMCLI, mode: "test" });

async function opened(refdet: string) {
  const answer = await gateway().open({
    refdet,
    amount: cents(12_345),
    year: 2026,
    email: "claire.lefebvre-de-la-tour@exemple.fr",
    label: "Factures d’octobre et de novembre",
    notifyUrl: shown.notifyUrl,
    returnUrl: shown.returnUrl,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

test.each([
  { width: 360, height: 740, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
] as const)("its pages are read by everyone at $width px, and paid without a script", async (size) => {
  const { width, height, colorScheme } = size;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: "fr-FR",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const look = async (name: string) => {
    faults.push(...(await faultsOf(page)));
    const folder = process.env["SHOTS"];
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  };
  const { reference, pageUrl } = await opened(`REFDET${width}`);
  await page.goto(pageUrl);
  expect(await page.title()).toBe("Payer en ligne – Simulateur PayFiP");
  await look("payment");
  await page.getByRole("button", { name: "Payer par carte", exact: true }).click();
  await page.waitForURL(`${shown.returnUrl}&idop=${reference}`);
  expect(await gateway().lookUp(reference)).toMatchObject({ value: { outcome: "paid", amount: 12_345 } });
  await page.goto(pageUrl);
  await look("refused");
  await page.goto(`${shown.simulator.origin}/simulateur`);
  await page.getByLabel("Notification perdue").fill("0.5");
  await page.getByRole("button", { name: "Appliquer ces pannes" }).click();
  expect(await page.getByLabel("Notification perdue").inputValue()).toBe("0.5");
  await look("control");
  await page.getByRole("button", { name: "Avancer de 15 minutes" }).click();
  await context.close();
  expect(faults).toEqual([]);
});
