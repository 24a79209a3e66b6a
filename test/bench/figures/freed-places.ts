import { join } from "node:path";

import { alignSlots } from "#bookings";
import { openDatabase, type SchemaDatabase } from "#platform";

import { townId } from "../data/directory.ts";
import { benchId } from "../data/ids.ts";
import { slotNumber } from "../data/offer.ts";
import { FREED_TOWN } from "../data/town.ts";
import type { Bench } from "../figure.ts";
import { randomFrom } from "../opening/arrivals.ts";
import { startServer, withClient } from "../server.ts";
import { countLost, type LostPlaces } from "../storm/count-lost.ts";
import { actOnce } from "../storm/freed-storm.ts";
import { schoolDays } from "../storm/wishes.ts";
import { fillServer } from "../towns.ts";

const PHASES = 6;
const CLIENTS = 24;
const ACTS_A_CLIENT = 60;
const DAYS = 5;

/**
 * Families wait, cancel, accept, decline and leave from 24 connections, while offers expire and the authority offers
 * other numbers of places: all of it through the use cases. After each phase every slot is counted.
 */
export const freedPlaces: Bench = {
  names: ["freed_places_lost"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const server = await fillServer(await startServer(join(bench.folder, "freed"), running), [FREED_TOWN]);
    const { connectionString, role } = server;
    await writeLists(connectionString);
    const pool = openDatabase(connectionString, { role, connections: CLIENTS });
    running.defer(() => pool.close());
    const database = pool.schema(FREED_TOWN.schema);
    const days = schoolDays(Temporal.Now.plainDateISO("Europe/Paris"), DAYS);
    const slots = Array.from({ length: FREED_TOWN.canteens }, (_, index) =>
      days.map((day) => benchId("slot", slotNumber(index + 1, day))),
    );
    const random = randomFrom(20_261_125);
    const outcomes: Record<string, number> = {};
    const phases: LostPlaces[] = [];
    for (let phase = 1; phase <= PHASES; phase++) {
      await Promise.all([
        ...Array.from({ length: CLIENTS }, async () => {
          for (let act = 0; act < ACTS_A_CLIENT; act++) {
            const outcome = await actOnce(database, FREED_TOWN, slots, random);
            outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
          }
        }),
        expireAndChange(database, phase),
      ]);
      phases.push(await countLost(connectionString, FREED_TOWN.schema));
      bench.say(`phase ${phase}: ${JSON.stringify(phases.at(-1))}`);
    }
    const sum = (of: keyof LostPlaces) => phases.reduce((all, found) => all + found[of], 0);
    return {
      freed_places_lost: {
        value: sum("lost"),
        facts: {
          phases: PHASES,
          clients: CLIENTS,
          slots: slots.flat().length,
          outcomes,
          waiting: phases.at(-1)?.waiting,
        },
        flaws: [
          ...(sum("overbooked") === 0 ? [] : [`${sum("overbooked")} places overbooked`]),
          ...(sum("disagreeing") === 0 ? [] : [`${sum("disagreeing")} counters disagree`]),
          ...["waiting", "booked", "cancelled", "declined"]
            .filter((outcome) => outcomes[outcome] === undefined)
            .map((outcome) => `Nobody had the outcome ${outcome}`),
        ],
      },
    };
  },
};

/** A list everywhere, with all three orders; two activities in three offer a place for a minute, the others give it. */
async function writeLists(connectionString: string): Promise<void> {
  await withClient(connectionString, (client) =>
    client.query(
      `insert into "${FREED_TOWN.schema}".place_rule (activity_id, waiting_order, answer_minutes)
       select id, (array['date', 'points', 'siblings'])[1 + n % 3], case when n % 3 = 0 then null else 1 end
       from (select id, row_number() over (order by id) as n from "${FREED_TOWN.schema}".activity) numbered`,
    ),
  );
}

/** While families are at work: every offer expires, twice, and the authority offers one place more or fewer. */
async function expireAndChange(database: SchemaDatabase, phase: number): Promise<void> {
  for (const places of [1 + (phase % 3), 2 + (phase % 2)]) {
    const soon = Temporal.Now.instant().add({ minutes: 2 });
    await database.write((writes) =>
      writes.run("bench_expire_places", "select expire_places($1, $2)", [
        townId(FREED_TOWN),
        soon.toString(),
      ]),
    );
    await database.write(async (writes) => {
      await writes.run("bench_change_places", "update opening set places = $1", [places]);
      await alignSlots(writes, {
        authorityId: townId(FREED_TOWN),
        activityIds: null,
        now: Temporal.Now.instant(),
        by: { name: "Mesures", accountId: null },
      });
    });
  }
}
