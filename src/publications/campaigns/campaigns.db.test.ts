import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";

import { withdrawNews } from "#families";
import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { lettersTo } from "../../../test/builders/letters.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { cutOff } from "../../../test/campaigns/cut-off.ts";
import { buildFamilies, sayWay, type CampaignFamily } from "../../../test/campaigns/families.ts";
import { ownCampaign } from "./campaign.ts";
import { progressOf, reachedBy, unreachedBy } from "./reached.ts";
import { sendWave } from "./send-wave.ts";
import { launchCampaign, steerCampaign } from "./steer-campaign.ts";
import { tryCampaign } from "./try-campaign.ts";
import { rewriteCampaign, writeCampaign, type CampaignWords } from "./write-campaign.ts";

const NOW = Temporal.Instant.from("2026-12-01T07:00:00Z");
const TODAY = Temporal.PlainDate.from("2026-12-01");
const PUBLIC = new URL("https://espace.exemple.fr");
const BOTH: CampaignWords = {
  kind: "service",
  subject: "Grève jeudi",
  body: "Le restaurant ferme jeudi.\n\n- Prévoyez un pique-nique",
  sms: "Grève jeudi : le restaurant ferme.",
  perMinute: 300,
};

let town: TestDatabase;
beforeEach(async () => {
  await town?.close();
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const agent = agentWith(["campaigns.send"]);
const at = (now: Temporal.Instant = NOW): SignedInVisit => ({ ...visitTo(town, { now }), actor: agent });
const background = (now: Temporal.Instant = NOW) => ({
  authority: town.authority,
  database: town.database,
  now,
});
const minute = (n: number) => NOW.add({ minutes: n });

async function written(words: Partial<CampaignWords> = {}): Promise<Id<"campaign">> {
  const campaignId = newId<"campaign">();
  const audience = { reach: "families", targets: [] } as const;
  const done = await writeCampaign(at(), { campaignId, audience, words: { ...BOTH, ...words } });
  expect(done.ok).toBe(true);
  return campaignId;
}

async function launched(words: Partial<CampaignWords> = {}): Promise<Id<"campaign">> {
  const id = await written(words);
  expect((await launchCampaign(at(), id, { version: 1, at: null })).ok).toBe(true);
  return id;
}

/** What stands in the outbox, each message with its recipient. */
const outbox = () =>
  town.database.read((reads) =>
    reads.rows<{ to: string; channel: string; text: string; stop: string | null }>(
      "test_outbox",
      `select to_address as "to", channel, body_text as text, unsubscribe_url as stop from outbox_message
       order by channel, to_address`,
    ),
  );
const reached = (id: Id<"campaign">) => town.database.read((reads) => reachedBy(reads, id, TODAY));
const unreached = async (id: Id<"campaign">) => {
  const own = await town.database.read((reads) => ownCampaign(reads, agent, id));
  if (own === undefined) throw new Error("no campaign");
  return town.database.read((reads) => unreachedBy(reads, own, TODAY));
};

const families = (specs: readonly CampaignFamily[]) => buildFamilies(town.database, specs);

test("each is told by what he or she chose, of what is offered and arrives; an address gets it once", async () => {
  const [claire, marc, paul] = await families([
    { name: "Claire", email: "claire@exemple.fr", mobile: "0611111111" },
    { name: "Marc", email: "marc@exemple.fr", mobile: "0622222222" },
    { name: "Paul", email: "paul@exemple.fr", mobile: "0633333333" },
    { name: "Zoé", email: "", mobile: "0644444444" },
    { name: "Luc", email: "Claire@exemple.fr", mobile: "" },
    { name: "Rose", email: "", mobile: "0322250000", home: "0322250001" },
  ]);
  await sayWay(town.database, marc, { kind: "service", byMail: false, bySms: true });
  await sayWay(town.database, paul, { kind: "service", byMail: true, bySms: true });
  expect(claire).toBeDefined();
  const id = await written();
  expect(await reached(id)).toEqual({ households: 6, reached: 5, mails: 2, texts: 3, unwanting: 0 });
  expect(await unreached(id)).toMatchObject([{ label: "Foyer Rose", phones: ["0322250000", "0322250001"] }]);
  // A campaign by mail alone: who chose the text message still learns of a closure.
  const mail = await written({ sms: "" });
  expect(await reached(mail)).toMatchObject({ mails: 3, texts: 0 });

  await launchCampaign(at(), id, { version: 1, at: null });
  expect(await sendWave(background(), PUBLIC, id)).toBe(5);
  const sent = await outbox();
  expect(sent.map(({ to, channel }) => `${channel} ${to}`)).toEqual([
    "mail claire@exemple.fr",
    "mail paul@exemple.fr",
    "sms +33622222222",
    "sms +33633333333",
    "sms +33644444444",
  ]);
  expect(sent[0]?.text).toMatch(/^Bonjour Claire Test et Luc Test,/);
  expect(sent[0]?.text).toContain("- Prévoyez un pique-nique");
  expect(sent.every(({ stop }) => stop === null)).toBe(true);
});

test("news go to who agreed, say how they end, and nobody is called for them", async () => {
  const [claire] = await families([
    { name: "Claire", email: "claire@exemple.fr", mobile: "0611111111", news: true },
    { name: "Marc", email: "marc@exemple.fr", mobile: "" },
    { name: "Rose", email: "", mobile: "", news: true },
  ]);
  await sayWay(town.database, claire, { kind: "news", byMail: true, bySms: true });
  const id = await launched({ kind: "news" });
  expect(await reached(id)).toEqual({ households: 3, reached: 1, mails: 1, texts: 1, unwanting: 1 });
  expect((await unreached(id)).map(({ label }) => label)).toEqual(["Foyer Rose"]);
  await sendWave(background(), PUBLIC, id);
  const [mail, sms] = await outbox();
  expect(mail?.stop).toMatch(/^https:\/\/espace\.exemple\.fr\/arret\/[\w-]{22}$/);
  expect(mail?.text).toContain(mail?.stop ?? "nothing");
  expect(sms?.text).toMatch(/Arrêter : https:\/\/espace\.exemple\.fr\/arret\/[\w-]{22}$/);
});

test("who stops the news after the campaign was queued does not get them any more", async () => {
  const [claire] = await families([
    { name: "Claire", email: "claire@exemple.fr", mobile: "", news: true },
    { name: "Marc", email: "marc@exemple.fr", mobile: "", news: true },
  ]);
  const id = await launched({ kind: "news", perMinute: 1 });
  await sendWave(background(), PUBLIC, id);
  const first = (await outbox())[0]?.to;
  const ids = await town.database.read((reads) =>
    reads.rows<{ id: Id<"guardian"> }>("test_guardian_ids", `select id from guardian`),
  );
  expect(claire).toBeDefined();
  await town.database.write((writes) =>
    withdrawNews(
      writes,
      ids.map((one) => one.id),
      minute(1),
    ),
  );
  await sendWave(background(minute(1)), PUBLIC, id);
  await sendWave(background(minute(2)), PUBLIC, id);
  expect((await outbox()).map(({ to }) => to)).toEqual([first]);
  expect(await town.database.read((reads) => progressOf(reads, id))).toMatchObject([
    { all: 2, waiting: 0, leftOut: 1 },
  ]);
});

test("it leaves at its hour, in waves, stops, and goes on without sending anything twice", async () => {
  await families(
    Array.from({ length: 7 }, (_, n) => ({ name: `F${n}`, email: `f${n}@exemple.fr`, mobile: "" })),
  );
  const id = await written({ perMinute: 3 });
  await launchCampaign(at(), id, { version: 1, at: minute(60) });
  expect(await sendWave(background(minute(59)), PUBLIC, id)).toBeUndefined();
  expect(await sendWave(background(minute(60)), PUBLIC, id)).toBe(3);
  // Not before the next minute, whoever asks.
  expect(await sendWave(background(minute(60)), PUBLIC, id)).toBeUndefined();
  expect((await steerCampaign(at(minute(60)), id, "stop")).ok).toBe(true);
  expect((await steerCampaign(at(minute(60)), id, "stop")).ok).toBe(true);
  expect(await sendWave(background(minute(61)), PUBLIC, id)).toBeUndefined();
  await steerCampaign(at(minute(62)), id, "resume");
  expect(await sendWave(background(minute(62)), PUBLIC, id)).toBe(3);
  expect(await sendWave(background(minute(63)), PUBLIC, id)).toBe(1);
  expect(await sendWave(background(minute(64)), PUBLIC, id)).toBeUndefined();
  expect(await outbox()).toHaveLength(7);
  expect(await steerCampaign(at(minute(65)), id, "stop")).toMatchObject({ refusal: { code: "changed" } });
});

test("given up, the rest never leaves", async () => {
  await families(
    Array.from({ length: 3 }, (_, n) => ({ name: `F${n}`, email: `f${n}@exemple.fr`, mobile: "" })),
  );
  const id = await launched({ perMinute: 1 });
  await sendWave(background(), PUBLIC, id);
  await steerCampaign(at(), id, "stop");
  await steerCampaign(at(), id, "give-up");
  expect(await steerCampaign(at(), id, "resume")).toMatchObject({ refusal: { code: "changed" } });
  expect(await sendWave(background(minute(5)), PUBLIC, id)).toBeUndefined();
  expect(await outbox()).toHaveLength(1);
});

test("what was changed since the page was shown is not launched, and what is launched is not changed", async () => {
  const id = await written();
  const changed = { ...BOTH, subject: "Grève vendredi" };
  expect((await rewriteCampaign(at(), { campaignId: id, version: 1, words: changed })).ok).toBe(true);
  expect(await launchCampaign(at(), id, { version: 1, at: null })).toMatchObject({
    refusal: { code: "changed" },
  });
  await launchCampaign(at(), id, { version: 2, at: null });
  // A double click finds it launched.
  expect((await launchCampaign(at(), id, { version: 2, at: null })).ok).toBe(true);
  const late = await rewriteCampaign(at(), { campaignId: id, version: 2, words: BOTH });
  expect(late).toMatchObject({ refusal: { code: "changed" } });
});

test("a test goes to the agent alone, once, and stops nothing", async () => {
  await families([{ name: "Claire", email: "claire@exemple.fr", mobile: "" }]);
  const id = await written({ kind: "news" });
  const test = { campaignId: id, formKey: newId<"form">(), phone: "0655555555" };
  await tryCampaign(at(), PUBLIC, test);
  await tryCampaign(at(), PUBLIC, test);
  expect((await outbox()).map(({ to }) => to)).toEqual([agent.email, "+33655555555"]);
  expect(await lettersTo(town, "claire@exemple.fr")).toEqual([]);
  expect(await tryCampaign(at(), PUBLIC, { ...test, phone: "0322" })).toMatchObject({
    refusal: { code: "not-mobile" },
  });
});

test("connections that are cut in the middle of waves lose nobody and write to nobody twice", async () => {
  const all = Array.from({ length: 120 }, (_, n) => `f${n}@exemple.fr`);
  await families(all.map((email, n) => ({ name: `F${n}`, email, mobile: "" })));
  const id = await launched({ perMinute: 10 });
  const outside = new pg.Client({ connectionString: town.url });
  await outside.connect();
  let cut = 0;
  let over = false;
  for (let wave = 0; !over; wave += 1) {
    const now = background(minute(wave));
    // Four workers at once; every other time, whoever holds the campaign is cut off.
    const waves = Promise.allSettled(Array.from({ length: 4 }, () => sendWave(now, PUBLIC, id)));
    if (wave % 2 === 0) cut += await cutOff(outside);
    over = (await waves).every((one) => one.status === "fulfilled" && one.value === undefined);
  }
  await outside.end();
  expect(cut).toBeGreaterThan(0);
  const sent = await outbox();
  expect(sent.map(({ to }) => to).toSorted()).toEqual(all.toSorted());
  expect(await town.database.read((reads) => progressOf(reads, id))).toMatchObject([
    { all: 120, waiting: 0 },
  ]);
}, 60_000);
