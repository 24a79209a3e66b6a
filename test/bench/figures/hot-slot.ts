import { join } from "node:path";

import { benchId } from "../data/ids.ts";
import { slotNumber } from "../data/offer.ts";
import { CHILDREN, HOT_TOWN } from "../data/town.ts";
import type { Bench } from "../figure.ts";
import type { LoadForm } from "../load/load-form.ts";
import { loadVersusRaw } from "../load/versus-raw.ts";
import { startServer } from "../server.ts";
import { schoolDays } from "../storm/wishes.ts";
import { fillServer } from "../towns.ts";

const ROWS = 5;

/** One booking a form, all of them on the same five slots: they wait for each other's rows. */
export const hotSlot: Bench = {
  names: ["hot_slot_vs_raw"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const server = await fillServer(await startServer(join(bench.folder, "hot"), running), [HOT_TOWN]);
    const forms = hotForms(Temporal.Now.plainDateISO("Europe/Paris"));
    const next = () => {
      const { value } = forms.next();
      if (value === undefined) throw new Error("Every child has every place");
      return value;
    };
    return { hot_slot_vs_raw: await loadVersusRaw(bench, { server, town: HOT_TOWN, next }) };
  },
};

/** Every child of the town once for each of the five days, days and households by turns. */
function* hotForms(today: Temporal.PlainDate): Generator<LoadForm, undefined> {
  const slots = schoolDays(today, ROWS).map((day) => benchId("slot", slotNumber(1, day)));
  for (let turn = 0; turn < CHILDREN * ROWS; turn++) {
    for (let household = 1; household <= HOT_TOWN.households; household++) {
      const participant = household * CHILDREN - Math.floor(turn / ROWS);
      const slotId = slots[(household + turn) % ROWS];
      if (slotId === undefined) continue;
      yield {
        household,
        accountId: benchId("account", household),
        householdId: benchId("household", household),
        lines: [{ act: "book", participantId: benchId("participant", participant), slotId }],
      };
    }
  }
  return undefined;
}
