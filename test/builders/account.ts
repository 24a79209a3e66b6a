import { createAccount, hashPassword } from "#identity";
import type { Id } from "#kernel";
import type { SchemaDatabase } from "#platform";

/** The password of every account of a test. */
export const PASSWORD = "marelle et préau 80";

/** Writes an account that can sign in with `PASSWORD`. */
export async function buildAccount(
  database: SchemaDatabase,
  { email = "claire@exemple.fr", name = "Claire Lefebvre" }: { email?: string; name?: string } = {},
): Promise<Id<"account">> {
  const hash = await hashPassword(PASSWORD);
  if (!hash.ok) throw new Error("busy");
  const now = Temporal.Instant.from("2026-09-01T06:00:00Z");
  const created = await database.write((writes) =>
    createAccount(writes, { email, name, passwordHash: hash.value, now }),
  );
  if (!created.ok) throw new Error(created.refusal.code);
  return created.value;
}
