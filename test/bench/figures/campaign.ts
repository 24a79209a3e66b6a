import { join } from "node:path";

import { migrateDatabase, openDatabase, type SchemaDatabase } from "#platform";
import type { Client } from "pg";

import { sendWave } from "../../../src/publications/campaigns/send-wave.ts";
import { launchCampaign } from "../../../src/publications/campaigns/steer-campaign.ts";
import { writeCampaign } from "../../../src/publications/campaigns/write-campaign.ts";
import { agentWith } from "../../builders/actors.ts";
import { newId } from "../../builders/canteen.ts";
import { cutOff } from "../../campaigns/cut-off.ts";
import { createTown, townId } from "../data/directory.ts";
import { familyStatements } from "../data/families.ts";
import { BENCH_ID_FUNCTION } from "../data/ids.ts";
import type { Bench } from "../figure.ts";
import { startServer, withClient } from "../server.ts";

const HOUSEHOLDS = 10_000;
const TOWN = { schema: "a_000000000061", host: "localhost", households: HOUSEHOLDS };
const NOW = Temporal.Instant.from("2026-12-01T07:00:00Z");
const PUBLIC = new URL("https://espace.exemple.fr");
const PER_MINUTE = 1_000;
/** One adult of every second household has a mobile number and wants text messages as well. */
const TEXTED = HOUSEHOLDS / 2;
/** An address for each of the two adults of a household, and the numbers. */
const MESSAGES = HOUSEHOLDS * 2 + TEXTED;

/**
 * A campaign to 10,000 households, by 20,000 mails and 5,000 text messages: from the press of the button until the last
 * message stands in the outbox, the waves one after the other without their pause. A second campaign is sent while the
 * connections of its waves are cut again and again: nobody may be left out or written to twice.
 */
export const campaign: Bench = {
  names: ["campaign_10k_s"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const url = await startServer(join(bench.folder, "campaign"), running);
    const migrated = await migrateDatabase(url);
    if (!migrated.ok) throw new Error(migrated.refusal.sentence);
    await withClient(url, async (client) => {
      await createTown(client, TOWN, NOW);
      await client.query(BENCH_ID_FUNCTION);
      for (const statement of [...familyStatements(TOWN), ...TEXTED_ADULTS]) await client.query(statement);
      await client.query("analyze");
    });
    const server = openDatabase(url, { role: migrated.role });
    running.defer(() => server.close());
    const database = server.schema(TOWN.schema);
    const quiet = await send(database, () => Promise.resolve());
    const written = await countWritten(database);
    bench.say("the same while connections are cut");
    const cut = await withClient(url, (client) => sendCut(database, client));
    const all = await countWritten(database);
    const flaws = [
      ...(written.messages === MESSAGES ? [] : [`${written.messages} messages, not ${MESSAGES}`]),
      ...(all.messages === 2 * MESSAGES ? [] : [`${all.messages} messages after cuts, not ${2 * MESSAGES}`]),
      ...(all.doubled === 0 ? [] : [`${all.doubled} were written to twice`]),
      ...(cut > 0 ? [] : ["No connection was cut"]),
    ];
    return {
      campaign_10k_s: {
        value: quiet.seconds,
        facts: {
          households: HOUSEHOLDS,
          messages: written.messages,
          waves: quiet.waves,
          first_wave_s: quiet.firstWaveS,
          cpu_s: quiet.cpuS,
          cut,
        },
        flaws,
      },
    };
  },
};

const TEXTED_ADULTS = [
  `update guardian set phone_mobile = '06' || lpad(n::text, 8, '0')
   from generate_series(1, ${TEXTED}) n where id = pg_temp.bench_id('guardian', 4 * n - 1)`,
  `insert into channel_choice (guardian_id, kind, by_mail, by_sms, at)
   select id, 'service', true, true, now() from guardian where phone_mobile <> ''`,
];

async function send(database: SchemaDatabase, beside: () => Promise<void>) {
  const visit = visitOf(database);
  const campaignId = newId<"campaign">();
  await writeCampaign(visit, {
    campaignId,
    audience: { reach: "families", targets: [] },
    words: {
      kind: "service",
      subject: "Grève jeudi",
      body: "Le restaurant scolaire ferme jeudi.\n\nPrévoyez un pique-nique ; l’accueil du matin ouvre.",
      sms: "Greve jeudi : le restaurant ferme.",
      perMinute: PER_MINUTE,
    },
  });
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  const cpu = process.cpuUsage();
  let firstWaveS = 0;
  const launched = await launchCampaign(visit, campaignId, { version: 1, at: null });
  if (!launched.ok) throw new Error(launched.refusal.code);
  let waves = 0;
  for (let minutes = 0; minutes < 1_000; minutes += 1) {
    const background = { authority: visit.authority, database, now: NOW.add({ minutes }) };
    const wave = sendWave(background, PUBLIC, campaignId).then(
      (sent) => sent ?? "over",
      () => "cut" as const,
    );
    await beside();
    const done = await wave;
    if (done === "over") {
      const { user, system } = process.cpuUsage(cpu);
      return { seconds: since(), waves, firstWaveS, cpuS: (user + system) / 1_000_000 };
    }
    waves += 1;
    if (waves === 1) firstWaveS = since();
  }
  throw new Error("The campaign never ended");
}

async function sendCut(database: SchemaDatabase, client: Client): Promise<number> {
  let cut = 0;
  let wave = 0;
  await send(database, async () => {
    wave += 1;
    if (wave % 2 === 0) return;
    cut += await cutOff(client);
  });
  return cut;
}

async function countWritten(database: SchemaDatabase) {
  const row = await database.read((reads) =>
    reads.row<{ messages: number; doubled: number }>(
      "bench_campaign_written",
      `select count(*)::integer as messages,
              (select count(*)::integer from (
                 select from campaign_recipient r join outbox_message m on m.key = 'campaign:' || r.id
                 group by r.campaign_id, m.to_address having count(*) > 1) as twice) as doubled
       from outbox_message where key like 'campaign:%'`,
    ),
  );
  if (row === undefined) throw new Error("nothing counted");
  return row;
}

function visitOf(database: SchemaDatabase) {
  return {
    actor: agentWith(["campaigns.send"]),
    authority: {
      id: townId(TOWN),
      schema: TOWN.schema,
      name: "Mesures",
      host: "localhost",
      demonstration: false,
      brand: { stylesheet: "", logo: null, contact: { phone: "", email: "", hours: "" } },
    },
    database,
    now: NOW,
    address: "192.0.2.1",
  };
}
