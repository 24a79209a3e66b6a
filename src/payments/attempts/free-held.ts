import { letGo } from "#bookings";
import type { Id } from "#kernel";
import type { Writes } from "#platform";

/** An attempt that no longer lives holds nothing: its documents may be paid again, its places lapse in their own time. */
export async function freeHeld(writes: Writes, attempt: Id<"attempt">): Promise<void> {
  await writes.run(
    "payments_debts_free",
    "update attempt_debt set live = false where attempt_id = $1 and live",
    [attempt],
  );
  await letGo(writes, attempt);
}
