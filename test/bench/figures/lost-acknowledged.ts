import type { Bench } from "../figure.ts";
import type { Audit } from "../storm/audit.ts";
import { killedStorm } from "../storm/killed-storm.ts";

const AT_ONCE = 200;
/** After so many acknowledged forms, everything is killed. */
const KILLS = [150, 500, 850, 1200, 1550];

/** The storm again, while launcher, program and every PostgreSQL process are killed outright five times. */
export const lostAcknowledged: Bench = {
  names: ["lost_acknowledged"],
  async measure(bench) {
    const today = Temporal.Now.plainDateISO("Europe/Paris");
    const { folder, say } = bench;
    const { found, acknowledged, sentAgain, recoveriesMs } = await killedStorm({
      folder,
      today,
      atOnce: AT_ONCE,
      kills: KILLS,
      say,
    });
    const facts = { kills: KILLS.length, acknowledged, bookings: found.bookings, sent_again: sentAgain };
    return {
      lost_acknowledged: {
        value: found.lost.length,
        facts: { ...facts, recoveries_ms: recoveriesMs },
        flaws: flawsOf(found),
      },
    };
  },
};

function flawsOf({ disagreeing, overbooked }: Audit): string[] {
  return [
    ...(disagreeing === 0 ? [] : [`${disagreeing} counters disagree`]),
    ...(overbooked === 0 ? [] : [`${overbooked} places overbooked`]),
  ];
}
