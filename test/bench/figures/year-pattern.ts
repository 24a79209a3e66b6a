import { join } from "node:path";

import { fillServicesWithSlots } from "../data/fill-services.ts";
import { benchId } from "../data/ids.ts";
import { activityNumber, SERVICES, type ServiceTown } from "../data/services.ts";
import { benchToken } from "../data/sessions.ts";
import { CHILDREN } from "../data/town.ts";
import type { Bench } from "../figure.ts";
import type { LoadForm } from "../load/load-form.ts";
import { formFields, SAVE_PATH } from "../program/form.ts";
import { connectHttp } from "../program/http-client.ts";
import { startProgram } from "../program/program.ts";
import { startServer, withClient } from "../server.ts";
import { median, spread } from "../statistics.ts";

const WARM_UP = 5;
const CALLS = 35;
/** For each of the three children: 131 school days of three services, and their Wednesdays. */
const LINES_A_CHILD = 567;
const TOWN: ServiceTown = {
  schema: "a_000000000010",
  host: "localhost",
  households: WARM_UP + CALLS,
  sites: 1,
  places: 500,
};

/**
 * A year of four services for three children in one form, through HTTP: from the form sent to the answer that leads
 * to the receipt. Each time another family; every place is free and booked.
 */
export const yearPattern: Bench = {
  names: ["year_pattern_ms_p50"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const server = await startServer(join(bench.folder, "year"), running);
    await fillServicesWithSlots(server, TOWN);
    const slots = await yearOfSlots(server);
    const log = join(bench.folder, "year.log");
    const program = await startProgram({ env: { DATABASE_URL: server }, log });
    running.defer(() => program.stop());
    const sent: number[] = [];
    for (let household = 1; household <= TOWN.households; household++) {
      const session = benchToken(household);
      const http = connectHttp({ port: program.port, host: TOWN.host, session });
      await http.get("/healthz");
      const answer = await http.post(SAVE_PATH, formFields(session, linesOf(household, slots)));
      http.close();
      if (answer.status !== 303) throw new Error(`The form answered ${answer.status}: see ${log}`);
      if (household > WARM_UP) sent.push(answer.ms);
    }
    const lines = LINES_A_CHILD * CHILDREN;
    const booked = await countBooked(server);
    return {
      year_pattern_ms_p50: {
        value: median(sent),
        facts: { ...spread(sent), lines, through: "http", bookings_written: booked },
        flaws:
          booked === lines * TOWN.households
            ? []
            : [`${booked} bookings written instead of ${lines * TOWN.households}`],
      },
    };
  },
};

/** The slots of the four services in the order of their days, as many as a child books. */
async function yearOfSlots(
  connectionString: string,
): Promise<readonly LoadForm["lines"][number]["slotId"][]> {
  const units = Object.values(SERVICES).map((service) =>
    benchId("unit", activityNumber(1, service) * 10 + 1),
  );
  const found = await withClient(connectionString, (client) =>
    client.query<{ id: LoadForm["lines"][number]["slotId"] }>(
      `select id from "${TOWN.schema}".slot
       where unit_id = any ($1) and state = 'open' and book_until > now() + interval '1 day'
       order by date, starts_at limit $2`,
      [units, LINES_A_CHILD],
    ),
  );
  if (found.rows.length < LINES_A_CHILD) throw new Error(`Only ${found.rows.length} slots in the year`);
  return found.rows.map(({ id }) => id);
}

function linesOf(household: number, slots: Awaited<ReturnType<typeof yearOfSlots>>): LoadForm["lines"] {
  return Array.from({ length: CHILDREN }, (_, child) =>
    slots.map((slotId) => ({
      act: "book" as const,
      participantId: benchId("participant", household * CHILDREN - child),
      slotId,
    })),
  ).flat();
}

async function countBooked(connectionString: string): Promise<number> {
  const counted = await withClient(connectionString, (client) =>
    client.query<{ held: number }>(
      `select count(*)::int as held from "${TOWN.schema}".booking where state = 'booked'`,
    ),
  );
  return counted.rows[0]?.held ?? 0;
}
