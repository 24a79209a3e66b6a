import { afterAll, beforeAll, expect, test } from "vitest";

import { balanceOn } from "#billing";
import { cents } from "#kernel";
import { newId } from "../../../test/builders/canteen.ts";
import { showSimulator, type ShownSimulator } from "../../../test/payfip/shown-simulator.ts";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import { lookUp } from "../attempts/look-up.ts";
import { openAttempt } from "../attempts/open-attempt.ts";
import { pollAttempts } from "../attempts/poll.ts";
import { payfipGateway } from "../payfip/payfip-gateway.ts";
import type { GatewayOf } from "../settings/setting.ts";
import { DEMONSTRATION_NUMCLI } from "../simulator/clients.ts";
import { reconcileReport } from "./reconcile-report.ts";
import { outcomeTotals, reportedDays } from "./report-figures.ts";
import { takeReport } from "./take-report.ts";

let now = Temporal.Instant.from("2026-11-12T08:00:00Z");
let paying: PayingTown;
let shown: ShownSimulator;
beforeAll(async () => {
  paying = await payingTown();
  shown = await showSimulator(() => now);
  await paying.setting({ origin: shown.simulator.origin, account: DEMONSTRATION_NUMCLI });
}, 60_000);
afterAll(async () => {
  await shown[Symbol.asyncDispose]();
  await paying.town.close();
});

const gatewayOf: GatewayOf = ({ origin, account, mode }) => payfipGateway({ origin, numcli: account, mode });
const agent = () => ({ ...paying.agent(), now });
const balance = () =>
  paying.town.database.read((reads) => balanceOn(reads, paying.payer, Temporal.PlainDate.from("2030-01-01")));

/** Claire pays 2,00 € of what she owes, and chooses on PayFiP's page. */
async function pay(choice: "P" | "V" | "R") {
  const order = await paying.order({ part: cents(200) });
  const sent = await openAttempt(paying.claire(now), order, gatewayOf);
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
  const reference = new URL(sent.value.pageUrl).searchParams.get("idop") ?? "";
  await fetch(sent.value.pageUrl);
  await shown.choose(reference, choice);
  return order.id;
}

test("from PayFiP's page to its report of the day: what was told agrees, what was never told is asked for and recorded", async () => {
  const before = await balance();
  for (const choice of ["P", "R", "V"] as const) {
    const attempt = await pay(choice);
    await lookUp(agent(), gatewayOf, { attempt, cause: "return" });
    now = now.add({ minutes: 5 });
  }
  // Paid, and nobody was told: no notification, no return.
  await pay("P");
  expect(await balance()).toBe(before - 400);
  now = Temporal.Instant.from("2026-11-13T07:00:00Z");
  const report = newId<"report">();
  const asked = `${shown.simulator.origin}/simulateur/releve.csv?numcli=${DEMONSTRATION_NUMCLI}&jour=2026-11-12`;
  const file = { name: "payfip.csv", bytes: await (await fetch(asked)).bytes() };
  expect(await takeReport(agent(), { id: report, file })).toEqual({ ok: true, value: report });
  await reconcileReport(agent(), report);
  const figures = () =>
    paying.town.database.read(async (reads) => ({
      totals: await outcomeTotals(reads, report),
      days: await reportedDays(reads, { report, account: DEMONSTRATION_NUMCLI, count: 10 }),
    }));
  expect(await figures()).toMatchObject({
    totals: [
      { outcome: "unfinished", count: 1, cents: 200 },
      { outcome: "agrees", count: 2, cents: 400 },
    ],
    days: [{ there: 600, here: 400, whole: true }],
  });
  await pollAttempts(agent(), gatewayOf);
  expect(await balance()).toBe(before - 600);
  expect((await figures()).days).toMatchObject([{ there: 600, here: 600 }]);
});
