import { join } from "node:path";

import { liveBookings } from "../data/live-bookings.ts";
import { benchToken } from "../data/sessions.ts";
import { CHILDREN, LARGE_TOWN } from "../data/town.ts";
import type { Bench } from "../figure.ts";
import { freeLines } from "../load/free-lines.ts";
import { formFields, SAVE_PATH } from "../program/form.ts";
import { connectHttp } from "../program/http-client.ts";
import { startProgram } from "../program/program.ts";
import { median, spread } from "../statistics.ts";

const WARM_UP = 50;
const CALLS = 300;
const DAYS = 20;

/**
 * A month of meals of three children in one form, each time of another family: from the form sent to the answer
 * that leads to the receipt. Every line wants a free place, so that 60 bookings are written.
 */
export const monthSubmission: Bench = {
  names: ["month_submission_ms_p50"],
  async measure(bench) {
    const { connectionString } = await bench.towns();
    const places = await freeLines(connectionString, LARGE_TOWN);
    const countBookings = () => liveBookings(connectionString, LARGE_TOWN);
    await using running = new AsyncDisposableStack();
    const log = join(bench.folder, "month-submission.log");
    const program = await startProgram({ env: { DATABASE_URL: connectionString }, log });
    running.defer(() => program.stop());

    const before = await countBookings();
    const sent: number[] = [];
    const read: number[] = [];
    for (let call = 0; call < WARM_UP + CALLS; call++) {
      const { household, lines } = places.takeMonth(DAYS);
      const session = benchToken(household);
      const http = connectHttp({ port: program.port, host: LARGE_TOWN.host, session });
      // As a browser's: the connection stands since the planning was read.
      await http.get("/healthz");
      const answer = await http.post(SAVE_PATH, formFields(session, lines));
      const receipt = await http.get(answer.headers.location ?? "/", { compressed: true });
      http.close();
      if (answer.status !== 303 || receipt.status !== 200) {
        throw new Error(`The form answered ${answer.status}, its receipt ${receipt.status}: see ${log}`);
      }
      if (call < WARM_UP) continue;
      sent.push(answer.ms);
      read.push(receipt.ms);
    }
    const written = (await countBookings()) - before;
    const expected = (WARM_UP + CALLS) * DAYS * CHILDREN;
    return {
      month_submission_ms_p50: {
        value: median(sent),
        facts: {
          ...spread(sent),
          receipt_page: spread(read),
          lines: DAYS * CHILDREN,
          bookings_written: written,
        },
        flaws: written === expected ? [] : [`${written} bookings written instead of ${expected}`],
      },
    };
  },
};
