import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** How the payer of an account is called. */
export async function payerName(reads: Reads, id: Id<"guardian">): Promise<string> {
  const row = await reads.row<{ name: string }>(
    "payments_payer_name",
    `select first_name || ' ' || last_name as name from families_guardian_name where guardian_id = $1`,
    [id],
  );
  return row?.name ?? "";
}
