import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { useEmbeddedPostgres } from "#platform";

import { OPENING_TOWN } from "../data/town.ts";
import type { Bench, BenchContext, Measured } from "../figure.ts";
import { poissonArrivals, randomFrom } from "../opening/arrivals.ts";
import { STEPS, visitAs, type FamilyVisit } from "../opening/family-visit.ts";
import { countOpening, openWindows, PASSWORD, writeOpening } from "../opening/opening-data.ts";
import { startProgram } from "../program/program.ts";
import { spread } from "../statistics.ts";

const SEED = 20_270_518;
const SPAN_MS = 60_000;
const SHORTEST_THOUGHT_MS = 2_000;
const LONGEST_THOUGHT_MS = 5_000;
/** A month of four days a week for three children has about fifty. */
const BOXES = 30;

/**
 * 800 families on the morning of an opening: over a minute, then (in a town as new) at the same instant. Generator,
 * program and database share the machine. Whoever does not get its receipt counts as a failure.
 */
export const openingDay: Bench = {
  names: ["opening_day_p95_ms", "opening_instant_s"],
  async measure(bench) {
    const random = randomFrom(SEED);
    const arrivals = poissonArrivals(OPENING_TOWN.households, SPAN_MS, random);
    const think = () => SHORTEST_THOUGHT_MS + random() * (LONGEST_THOUGHT_MS - SHORTEST_THOUGHT_MS);
    const day = await openFor(bench, "day", { arrivals, think, insists: false });
    const none = arrivals.map(() => 0);
    const instant = await openFor(bench, "instant", { arrivals: none, think: () => 0, insists: true });
    return { opening_day_p95_ms: byStep(day), opening_instant_s: lastReceipt(instant) };
  },
};

interface Opened {
  visits: readonly FamilyVisit[];
  begun: number;
  counted: Awaited<ReturnType<typeof countOpening>>;
}

async function openFor(
  bench: BenchContext,
  name: string,
  how: { arrivals: readonly number[]; think: () => number; insists: boolean },
): Promise<Opened> {
  await using running = new AsyncDisposableStack();
  const dataDir = join(bench.folder, `opening-${name}`);
  await writeOpening(dataDir);
  const log = join(bench.folder, `opening-${name}.log`);
  const program = await startProgram({ env: { DATA_DIR: dataDir }, log });
  running.defer(() => program.stop());
  const server = await useEmbeddedPostgres({ dataDir });
  if (!server.ok) throw new Error(server.refusal.sentence);
  running.defer(() => server.value.release());
  const month = Temporal.Now.plainDateISO("Europe/Paris").add({ months: 1 }).toPlainYearMonth().toString();
  await openWindows(server.value.connectionString);
  const begun = performance.now();
  const visits = await Promise.all(
    how.arrivals.map(async (afterMs, index) => {
      await wait(afterMs);
      return visitAs(
        { port: program.port, host: OPENING_TOWN.host },
        {
          number: index + 1,
          password: PASSWORD,
          month,
          boxes: BOXES,
          thinkMs: how.think,
          insists: how.insists,
        },
      );
    }),
  );
  bench.say(`${name}: ${visits.filter(({ failure }) => failure === null).length} receipts`);
  return { visits, begun, counted: await countOpening(server.value.connectionString) };
}

function byStep({ visits, counted }: Opened): Measured {
  const steps = Object.fromEntries(
    STEPS.map((step) => [step, spread(visits.flatMap(({ ms }) => ms[step] ?? []))]),
  );
  return {
    value: Math.max(...Object.values(steps).map(({ p95 }) => p95)),
    facts: {
      families: visits.length,
      steps,
      places_taken: counted.taken,
      failures: failuresOf(visits).length,
    },
    flaws: flawsOf({ visits, counted }),
  };
}

function lastReceipt({ visits, begun, counted }: Opened): Measured {
  const receipts = visits.flatMap(({ receiptAt }) => receiptAt ?? []);
  return {
    value: (Math.max(...receipts) - begun) / 1000,
    facts: {
      families: visits.length,
      receipts: receipts.length,
      asked_to_sign_in_again: visits.reduce((sum, { again }) => sum + again, 0),
      receipt_after_s: spread(receipts.map((at) => (at - begun) / 1000)),
      places_taken: counted.taken,
    },
    flaws: flawsOf({ visits, counted }),
  };
}

const failuresOf = (visits: readonly FamilyVisit[]) => visits.flatMap(({ failure }) => failure ?? []);

function flawsOf({ visits, counted }: Omit<Opened, "begun">): string[] {
  const kinds = Map.groupBy(failuresOf(visits), (failure) => failure);
  return [
    ...[...kinds].map(([failure, all]) => `${all.length} × ${failure}`),
    ...(counted.over === 0 ? [] : [`${counted.over} places overbooked`]),
    ...(counted.disagreeing === 0 ? [] : [`${counted.disagreeing} counters disagree`]),
    ...(counted.taken > 0 ? [] : ["No place was taken"]),
  ];
}
