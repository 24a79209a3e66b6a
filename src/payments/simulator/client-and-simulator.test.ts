import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { cents } from "#kernel";

import { NOW, showSimulator, type ShownSimulator } from "../../../test/payfip/shown-simulator.ts";
import type { GatewayReference } from "../gateway/gateway.ts";
import { payfipGateway } from "../payfip/payfip-gateway.ts";
import { isPayfipReference } from "../payfip/reference.ts";
import { DEMONSTRATION_NUMCLI } from "./clients.ts";

let now = NOW;
let shown: ShownSimulator;
beforeEach(async () => {
  now = NOW;
  shown = await showSimulator(() => now);
});
afterEach(async () => shown[Symbol.asyncDispose]());

const gateway = (numcli = DEMONSTRATION_NUMCLI, timeoutMs = 10_000) =>
  payfipGateway({ origin: shown.simulator.origin, numcli, mode: "test", timeoutMs });

const order = (refdet = "202611000000000000000001", amount = 1250) => ({
  refdet,
  amount: cents(amount),
  year: 2026,
  email: "claire.lefebvre@exemple.fr",
  label: "Factures d’octobre",
  notifyUrl: shown.notifyUrl,
  returnUrl: shown.returnUrl,
});

async function opened(refdet?: string): Promise<GatewayReference> {
  const answer = await gateway().open(order(refdet));
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.reference;
}

describe("a payment", () => {
  test.each([
    ["P", "paid", "card", 6],
    ["R", "refused", "card", undefined],
    ["V", "paid", "debit", 16],
    ["Z", "refused", "debit", undefined],
    ["A", "abandoned", null, undefined],
  ] as const)("%s ends %s by %s", async (choice, outcome, means, authorisation) => {
    const reference = await opened();
    expect(await gateway().lookUp(reference)).toEqual({ ok: true, value: { kind: "waiting" } });
    expect((await shown.visit(reference)).status).toBe(200);
    expect(await gateway().lookUp(reference)).toEqual({ ok: true, value: { kind: "waiting" } });
    const back = await shown.choose(reference, choice);
    expect(back.status).toBe(302);
    expect(back.headers.get("location")).toBe(`${shown.returnUrl}&idop=${reference}`);
    expect(shown.notifications).toEqual([`idop=${reference}`]);
    const answer = await gateway().lookUp(reference);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        kind: "ended",
        outcome,
        means,
        refdet: "202611000000000000000001",
        amount: 1250,
        account: DEMONSTRATION_NUMCLI,
        mode: "test",
      },
    });
    if (!answer.ok || answer.value.kind !== "ended") throw new Error("not ended");
    expect(answer.value.authorisation?.length).toBe(authorisation);
    expect(answer.value.at?.toString()).toBe("2026-11-02T09:04:00");
  });

  test("a page opens once, within fifteen minutes; what was open may still be paid later", async () => {
    const [first, second] = [await opened("REFDET0001"), await opened("REFDET0002")];
    await shown.visit(first);
    expect(await (await shown.visit(first)).text()).toContain("P3");
    now = NOW.add({ minutes: 15, seconds: 1 });
    expect(await (await shown.visit(second)).text()).toContain("P4");
    expect((await shown.choose(first, "P")).status).toBe(302);
    expect(await (await shown.choose(first, "P")).text()).toContain("P3");
    expect(await gateway().lookUp(first)).toMatchObject({ value: { outcome: "paid" } });
  });

  test("a closed tab leaves nothing to know, and the night takes it away", async () => {
    const [left, given, paid] = [
      await opened("REFDET0001"),
      await opened("REFDET0002"),
      await opened("REFDET0003"),
    ];
    await Promise.all([left, given, paid].map(async (reference) => shown.visit(reference)));
    expect((await shown.choose(left, "fermer")).status).toBe(200);
    await shown.choose(given, "A");
    const closed = await shown.choose(paid, "P", { "sans-retour": "1" });
    expect(closed.headers.get("location")).toBeNull();
    expect(await gateway().lookUp(left)).toMatchObject({ value: { kind: "waiting" } });
    now = NOW.add({ hours: 15 });
    expect(await gateway().lookUp(left)).toMatchObject({ value: { kind: "gone" } });
    expect(await gateway().lookUp(given)).toMatchObject({ value: { kind: "gone" } });
    expect(await gateway().lookUp(paid)).toMatchObject({ value: { outcome: "paid" } });
    expect(await (await shown.visit(left)).text()).toContain("P1");
  });

  test("the night may be asked for", async () => {
    const reference = await opened();
    await shown.act("/simulateur/nuit");
    expect(await gateway().lookUp(reference)).toMatchObject({ value: { kind: "gone" } });
  });

  test("numbers are never given twice, at the same instant neither", async () => {
    const all = await Promise.all(Array.from({ length: 50 }, async (_, n) => opened(`REFDET${1000 + n}`)));
    expect(new Set(all).size).toBe(50);
    expect(all.every(isPayfipReference)).toBe(true);
  });
});

describe("clients", () => {
  test.each([
    ["123456", "T2"],
    ["090911", "T4"],
  ])("%s is refused with %s", async (numcli, serviceCode) => {
    expect(await gateway(numcli).test()).toMatchObject({ refusal: { code: "refused", serviceCode } });
    expect(await gateway(numcli).open(order())).toMatchObject({ refusal: { code: "refused", serviceCode } });
  });

  test("the known one is told its names", async () => {
    expect(await gateway().test()).toEqual({
      ok: true,
      value: { names: ["COLLECTIVITE DE DEMONSTRATION", "REGIE ENFANCE"] },
    });
  });
});

describe("switched on", () => {
  test("a technical fault asks for thirty minutes, and nothing was done", async () => {
    await shown.faults({ technical: 1 });
    expect(await gateway().open(order())).toMatchObject({
      refusal: { code: "unavailable", retryAfterMinutes: 30 },
    });
  });

  test.each(["html502", "truncated", "silent"])(
    "%s says nothing, whichever act it strikes",
    async (fault) => {
      const reference = await opened();
      await shown.visit(reference);
      await shown.choose(reference, "P");
      await shown.faults({ [fault]: 1 });
      // Only the silent one waits that long; a busy machine must not look like it.
      const asking = gateway(DEMONSTRATION_NUMCLI, fault === "silent" ? 150 : 10_000);
      const acts = [asking.open(order("REFDET0002")), asking.lookUp(reference), asking.test()];
      for (const answer of await Promise.all(acts)) {
        expect(answer).toMatchObject({ ok: false, refusal: { code: "unavailable" } });
      }
      await shown.faults();
      expect(await gateway().lookUp(reference)).toMatchObject({ value: { outcome: "paid" } });
    },
  );

  test.each([
    ["lost", 0, 0],
    ["doubled", 2, 2],
    ["late", 0, 1],
    ["idOpSpelling", 1, 1],
  ])("a notification that is %s", async (fault, atReturn, later) => {
    await shown.faults({ [fault]: 1 }, 80);
    const reference = await opened();
    await shown.visit(reference);
    expect((await shown.choose(reference, "P")).status).toBe(302);
    expect(shown.notifications.length).toBe(atReturn);
    await wait(160);
    expect(shown.notifications.length).toBe(later);
    const name = fault === "idOpSpelling" ? "idOp" : "idop";
    expect(shown.notifications.every((body) => body === `${name}=${reference}`)).toBe(true);
  });

  test("a notification at the same moment as the return does not hold the payer back", async () => {
    await shown.faults({ withReturn: 1 });
    const reference = await opened();
    await shown.visit(reference);
    expect((await shown.choose(reference, "P")).status).toBe(302);
    await expect.poll(() => shown.notifications.length).toBe(1);
  });

  test("the same seed strikes the same payments, in whatever order they come", async () => {
    const struck = async (references: readonly string[]) => {
      await shown.faults({ technical: 0.5 });
      const answers = await Promise.all(
        references.map(async (refdet) => [refdet, (await gateway().open(order(refdet))).ok] as const),
      );
      return answers
        .map((answer) => answer.join(" "))
        .toSorted((a, b) => a.localeCompare(b))
        .join(", ");
    };
    const references = Array.from({ length: 20 }, (_, n) => `REFDET${1000 + n}`);
    const once = await struck(references);
    expect(once).toContain("true");
    expect(once).toContain("false");
    expect(await struck(references.toReversed())).toBe(once);
  });
});

test("what was paid outlives the simulator, a line cut by a kill does not matter", async () => {
  const folder = mkdtempSync(join(tmpdir(), "preau-simulator-"));
  const file = join(folder, "operations.jsonl");
  const ask = (from: ShownSimulator) =>
    payfipGateway({ origin: from.simulator.origin, numcli: DEMONSTRATION_NUMCLI, mode: "test" });
  const first = await showSimulator(() => NOW, file);
  const answer = await ask(first).open(order());
  if (!answer.ok) throw new Error("not opened");
  await first.visit(answer.value.reference);
  await first.choose(answer.value.reference, "V");
  await first[Symbol.asyncDispose]();
  appendFileSync(file, '{"idOp":"cut');
  const second = await showSimulator(() => NOW, file);
  expect(await ask(second).lookUp(answer.value.reference)).toMatchObject({
    value: { outcome: "paid", means: "debit" },
  });
  expect(await (await second.visit(answer.value.reference)).text()).toContain("P3");
  await second[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});
