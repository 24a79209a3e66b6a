import pg from "pg";

import { grantRole } from "#access";
import { createAuthority } from "#identity";
import { handleOf } from "#platform";

/** Loads the demonstration authority into an empty database, in one transaction on the owner's connection. */
export async function loadDemonstration(connectionString: string, now: Temporal.Instant): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("begin");
    const created = await createAuthority(client, {
      name: "Ponthieu-Marquenterre",
      host: "localhost",
      adminEmail: "administration@exemple.fr",
      adminName: "Sophie Vasseur",
      demonstration: true,
      now,
    });
    if (!created.ok) throw new Error(created.refusal.code);
    const accountId = created.value.administrator;
    await grantRole(handleOf(client), { accountId, role: "administrator", siteId: null, now });
    await client.query("commit");
  } finally {
    await client.end();
  }
}
