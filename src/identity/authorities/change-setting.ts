import { writeJournal, type Reads, type SchemaDatabase } from "#platform";

import type { SignedIn } from "../actor.ts";
import { forgetAuthorities } from "./authority-memory.ts";

/** What an agent may change of how the authority shows itself. */
export interface AuthoritySetting {
  name: string;
  /** « #2f6f4f », as it was asked for: pages use what can be read of it. */
  accent: string;
  phone: string;
  email: string;
  hours: string;
}

/** What the authority shows of itself at present, read anew. */
export async function authoritySetting(reads: Reads): Promise<AuthoritySetting> {
  const row = await reads.row<AuthoritySetting>(
    "authority_setting",
    `select display_name as name, accent, contact_phone as phone, contact_email as email, contact_hours as hours
     from authority_setting`,
  );
  if (row === undefined) throw new Error("An authority has no settings");
  return row;
}

/** Writes the settings, with who changed them and what they were. */
export async function changeAuthoritySetting(
  database: SchemaDatabase,
  setting: AuthoritySetting,
  by: { actor: SignedIn; address: string; now: Temporal.Instant },
): Promise<void> {
  await database.write(async (writes) => {
    const before = await authoritySetting(writes);
    await writes.run(
      "change_authority_setting",
      `update authority_setting
       set display_name = $1, accent = $2, contact_phone = $3, contact_email = $4, contact_hours = $5`,
      [setting.name, setting.accent, setting.phone, setting.email, setting.hours],
    );
    await writeJournal(writes, {
      at: by.now,
      accountId: by.actor.accountId,
      byLabel: by.actor.name,
      act: "identity.setting-changed",
      facts: { before, after: setting },
      address: by.address,
    });
  });
  forgetAuthorities();
}
