import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { faultsOf, showDemonstration, sideways, type ShownDemonstration } from "../browser/demonstration.ts";

// The way out to the payment service and back, as families walk it: three clicks from the home page, then whatever ends
// it. The clock of the demonstration begins on 2 November 2026 at 9 h, October is billed.

const TELEPHONE = { viewport: { width: 360, height: 740 } } as const;

let shown: ShownDemonstration;
beforeAll(async () => {
  shown = await showDemonstration();
}, 360_000);
afterAll(() => shown.close());

const main = (page: Page) => page.locator("main").innerText();
const press = (page: Page, name: RegExp | string) =>
  page.getByRole("button", { name }).or(page.getByRole("link", { name })).first().click();

/** From the home page to the simulator: « Régler », « Payer ». */
async function goAndPay(page: Page): Promise<void> {
  await page.goto(shown.address("/"));
  await press(page, /^Régler /);
  await press(page, /^Payer \d/);
  await page.waitForURL(/paiementws\.web/);
}

/** Chooses how it ends at the service, and comes back. */
async function end(page: Page, choice: string): Promise<void> {
  await page.getByRole("button", { name: choice, exact: true }).click();
  await page.waitForURL(/\/paiements\/[0-9a-f-]{36}/);
}

/** The page of the payment, read again until it tells its end: the service's answer takes a moment. */
async function told(page: Page, title: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(page.url());
        return page.locator("h1").first().innerText();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(title);
}

test("without a script, paid by card: a receipt, its PDF, an invoice that is settled", async () => {
  const page = await shown.signedIn("thomas.bernard@exemple.fr", { ...TELEPHONE, javaScriptEnabled: false });
  const faults: string[] = [];
  await page.goto(shown.address("/"));
  faults.push(...(await sideways(page)));
  await press(page, /^Régler /);
  faults.push(...(await sideways(page)));
  await press(page, /^Payer \d/);
  await page.waitForURL(/paiementws\.web/);
  await end(page, "Payer par carte");
  await told(page, "Paiement reçu");
  faults.push(...(await sideways(page)));
  const receipt = await page.request.get(`${page.url()}/recu.pdf`);
  expect([receipt.status(), receipt.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await page.goto(shown.address("/factures"));
  expect(await main(page)).toMatch(/Rien à régler[\s\S]*Règlement par carte[\s\S]*Tout est réglé/);
  expect(faults).toEqual([]);
  await page.context().close();
}, 270_000);

test("refused, then abandoned: told on every page, nothing offered twice; resumed twenty minutes later and paid", async () => {
  const page = await shown.signedIn("claire.lefebvre@exemple.fr", TELEPHONE);
  const faults: string[] = [];
  await page.goto(shown.address("/"));
  await press(page, /^Régler /);
  faults.push(...(await faultsOf(page)));
  await press(page, /^Payer \d/);
  await page.waitForURL(/paiementws\.web/);
  await end(page, "Payer par carte, la banque refuse");
  await told(page, "Paiement refusé");
  faults.push(...(await faultsOf(page)));
  await goAndPay(page);
  await end(page, "Abandonner le paiement");
  expect(await page.locator("h1").first().innerText()).toBe("Paiement en cours de confirmation");
  faults.push(...(await faultsOf(page)));
  const payment = page.url();
  await page.goto(shown.address("/"));
  expect(await main(page)).toContain("en cours de confirmation");
  expect(await page.getByRole("link", { name: /^Régler / }).count()).toBe(0);
  faults.push(...(await faultsOf(page)));

  await shown.laterAt("2026-11-02T08:40:00Z");
  await page.goto(payment);
  if ((await page.locator("h1").first().innerText()) !== "Paiement abandonné")
    await press(page, "Vérifier maintenant");
  await told(page, "Paiement abandonné");
  faults.push(...(await faultsOf(page)));
  await press(page, "Payer de nouveau");
  await press(page, /^Payer \d/);
  await page.waitForURL(/paiementws\.web/);
  await end(page, "Payer par carte");
  await told(page, "Paiement reçu");
  faults.push(...(await faultsOf(page)));
  expect(faults).toEqual([]);
  await page.context().close();
}, 360_000);

test("paid in advance where the authority opens it: told, asked back, given back", async () => {
  const faults: string[] = [];
  const agent = await shown.signedIn("nadia.roussel@exemple.fr", {
    viewport: { width: 1280, height: 900 },
    colorScheme: "dark",
  });
  await agent.goto(shown.address("/agent/facturation/avances"));
  await agent.check("[name=ouvert]");
  await press(agent, "Enregistrer");
  await agent.waitForURL(/enregistre=1/);
  const page = await shown.signedIn("thomas.bernard@exemple.fr", TELEPHONE);
  await page.goto(shown.address("/"));
  await press(page, "Payer d’avance");
  await page.waitForURL(/\/avance\?/);
  const account = page.url();
  faults.push(...(await faultsOf(page)));
  await page.fill("#montant", "30");
  await press(page, "Aller payer");
  await page.waitForURL(/paiementws\.web/);
  await end(page, "Payer par carte");
  await told(page, "Paiement reçu");
  await page.goto(account);
  await page.fill("#rendre", "12,00");
  await press(page, "Demander le remboursement");
  await page.waitForURL(/fait=demande/);
  faults.push(...(await faultsOf(page)));

  await agent.goto(shown.address("/agent/paiements/remboursements"));
  faults.push(...(await faultsOf(agent)));
  await press(agent, "Thomas Bernard");
  await agent.waitForURL(/remboursements\/[0-9a-f-]{36}/);
  faults.push(...(await faultsOf(agent)));
  await agent.fill("#motif", "Virement fait ce jour.");
  await press(agent, "Voir ce que cela change");
  faults.push(...(await faultsOf(agent)));
  await press(agent, "Noter le remboursement");
  await agent.waitForURL(/fait=1/);
  await page.goto(account);
  expect(await main(page)).toMatch(/18,00\s€[\s\S]*Virement fait ce jour\./);
  await page.goto(shown.address("/factures/attestation-fiscale/2026"));
  faults.push(...(await faultsOf(page)));
  expect(faults).toEqual([]);
  await page.context().close();
  await agent.context().close();
}, 270_000);
