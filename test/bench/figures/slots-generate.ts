import { join } from "node:path";

import { openDatabase } from "#platform";

import { alignTown, fillServices } from "../data/fill-services.ts";
import type { ServiceTown } from "../data/services.ts";
import type { Bench } from "../figure.ts";
import { startServer, withClient } from "../server.ts";
import { median } from "../statistics.ts";

const ROUNDS = 5;
/** 25 sites of four services: a hundred activities. */
const TOWN: ServiceTown = {
  schema: "a_00000000000f",
  host: "localhost",
  households: 1,
  sites: 25,
  places: 60,
};

/** A year of a hundred activities, each time from nothing: read, planned and written by `alignSlots`. */
export const slotsGenerate: Bench = {
  names: ["slots_generate_per_s"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const { connectionString, role } = await fillServices(
      await startServer(join(bench.folder, "slots"), running),
      TOWN,
    );
    const database = openDatabase(connectionString, { role });
    running.defer(() => database.close());
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round++) {
      rounds.push(await alignTown(database, TOWN));
      await withClient(connectionString, async (client) => {
        await client.query(`truncate "${TOWN.schema}".slot, "${TOWN.schema}".place_count cascade`);
        await client.query("checkpoint");
      });
    }
    // The first one compiles what the others run.
    const [first, ...warm] = rounds;
    const perSecond = warm.map(({ created, ms }) => created / (ms / 1000));
    return {
      slots_generate_per_s: {
        value: median(perSecond),
        facts: { slots: first?.created, ms: rounds.map(({ ms }) => Math.round(ms)) },
        flaws: warm.every(({ created }) => created === first?.created)
          ? []
          : ["Not every round created the same slots"],
      },
    };
  },
};
