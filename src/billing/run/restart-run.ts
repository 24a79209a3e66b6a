import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeUnlessRefused } from "#platform";

import type { OwedCharges } from "../owed/owed-charges.ts";
import { lockRun, readRun } from "./run.ts";
import { giveUp, type SettleRefusal } from "./settle-run.ts";
import { begin, type StartRefusal } from "./start-run.ts";

/** Why a draft was not made again. */
export type RestartRefusal = SettleRefusal | StartRefusal;

/**
 * Gives a draft up and begins the billing of its month again, in one transaction: whatever stops the program, the month
 * has the old draft or the new one. What an agent accepted or left out goes with it. A draft that was given up before is
 * begun again alike. Asked twice with the same id, it begins once. Refuses a run that is issued, a month whose billing is
 * under way, and an id that is another run's: then the old draft stays as it is.
 */
export async function restartRun(
  visit: SignedInVisit,
  owed: OwedCharges,
  { id, instead }: { id: Id<"run">; instead: Id<"run"> },
): Promise<Result<Id<"run">, RestartRefusal>> {
  return writeUnlessRefused<Id<"run">, RestartRefusal>(visit.database, async (writes) => {
    const before = await lockRun(writes, instead);
    if (before === undefined) return refuse({ code: "unknown" });
    if (before.state === "issued") return refuse({ code: "over", state: before.state });
    if (before.state !== "abandoned") await giveUp(writes, visit, before);
    else if ((await readRun(writes, id)) !== undefined) return ok(id);
    return begin(writes, visit, owed, { id, month: before.month, instead });
  });
}
