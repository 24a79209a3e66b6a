import { afterAll, beforeAll, expect, test } from "vitest";

import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { newId } from "../../../test/builders/canteen.ts";
import { htmlOf, sent, visitTo } from "../../../test/builders/visit.tsx";
import { buildFamilies } from "../../../test/campaigns/families.ts";
import { stopRoutes } from "../pages/campaigns/stop-routes.tsx";
import { stopCode } from "./stop-code.ts";

const NOW = Temporal.Instant.from("2026-12-01T07:00:00Z");

let town: TestDatabase;
let news: string;
let service: string;
beforeAll(async () => {
  town = await testDatabase();
  const guardians = await buildFamilies(town.database, [
    { name: "Claire", email: "claire@exemple.fr", mobile: "", news: true },
  ]);
  [news, service] = [await sentTo("news", guardians), await sentTo("service", guardians)];
}, 60_000);
afterAll(() => town.close());

/** The code of a message that was sent to these adults. */
async function sentTo(kind: "news" | "service", guardians: readonly string[]): Promise<string> {
  const recipient = newId<"campaign-recipient">();
  await town.database.write(async (writes) => {
    const [audience, campaign] = [newId(), newId()];
    await writes.run("test_stop_audience", `insert into audience (id, reach) values ($1, 'families')`, [
      audience,
    ]);
    await writes.run(
      "test_stop_campaign",
      `insert into campaign (id, audience_id, kind, subject, body, sms, per_minute, version, created_at, by_label)
       values ($1, $2, $3, 'Fête', 'Samedi.', '', 60, 1, $4, 'Test')`,
      [campaign, audience, kind, NOW.toString()],
    );
    await writes.run(
      "test_stop_recipient",
      `insert into campaign_recipient (id, campaign_id, channel, address, names, guardian_ids)
       values ($1, $2, 'mail', 'claire@exemple.fr', '{Claire}', $3)`,
      [recipient, campaign, guardians],
    );
  });
  return stopCode(recipient);
}

async function ask(method: "GET" | "POST", code: string, body: unknown = {}): Promise<Answer> {
  const route = stopRoutes.find((one) => one.method === method);
  if (route === undefined) throw new Error("no route");
  return route.handle(visitTo(town, { now: NOW }), sent({ params: { code }, body }));
}

const consents = () =>
  town.database.read((reads) =>
    reads.rows<{ given: boolean; saidOn: string }>(
      "test_stop_consents",
      `select given, said_on as "saidOn" from consent_entry order by at, given desc`,
    ),
  );

test("looking stops nothing; the mail reader's one click does, without a page or a token of ours, and twice is once", async () => {
  expect(htmlOf(await ask("GET", news))).toContain(`action="/arret/${news}"`);
  expect(await consents()).toHaveLength(1);
  expect(stopRoutes.find(({ method }) => method === "POST")).toMatchObject({
    fromOutside: true,
    uploads: true,
  });
  const oneClick = { "List-Unsubscribe": "One-Click" };
  expect(await ask("POST", news, oneClick)).toEqual({ kind: "taken" });
  expect(await ask("POST", news, oneClick)).toEqual({ kind: "taken" });
  expect(await consents()).toEqual([
    { given: true, saidOn: "page" },
    { given: false, saidOn: "link" },
  ]);
  // A person who presses the button of the page is told.
  expect(htmlOf(await ask("POST", news))).toContain("Vous ne recevrez plus d’actualités");
});

test("a message of the service is not stopped, nor is anything by an address that is none", async () => {
  for (const code of [service, stopCode(newId()), "x"]) {
    for (const method of ["GET", "POST"] as const) {
      expect(await ask(method, code)).toMatchObject({ kind: "refusal", refusal: { status: 404 } });
    }
  }
});
