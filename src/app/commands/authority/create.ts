import pg from "pg";

import { grantRole } from "#access";
import { createAuthority, originOf, type CreatedAuthority, type NewAuthorityRefusal } from "#identity";
import { ok, refuse, type Result } from "#kernel";
import { handleOf } from "#platform";

import { readCreateOptions } from "./options.ts";
import { texts } from "./texts.fr.ts";

/** How the history names the first administrator, until he or she says otherwise. */
const ADMIN_NAME = "Administration";

/**
 * `preau authority create`: the authority, its schema and its first administrator, in one transaction on the
 * owner's connection; nothing is left behind by a refusal.
 * @returns the lines to print, the last but one being the single-use link
 */
export async function createFromCommand(
  args: readonly string[],
  at: { connectionString: string; publicUrl: URL; now: Temporal.Instant },
): Promise<Result<string[], string>> {
  const options = readCreateOptions(args);
  if (!options.ok) return options;
  const { name, host, adminEmail } = options.value;
  const wanted = { name, host, adminEmail, adminName: ADMIN_NAME, demonstration: false, now: at.now };
  const client = new pg.Client({
    connectionString: at.connectionString,
    application_name: "preau-authority",
  });
  await client.connect();
  try {
    await client.query("begin");
    const created = await createAuthority(client, wanted);
    if (!created.ok) {
      await client.query("rollback");
      return refuse(sentenceOf(created.refusal));
    }
    const accountId = created.value.administrator;
    await grantRole(handleOf(client), { accountId, role: "administrator", siteId: null, now: at.now });
    await client.query("commit");
    return ok(linesOf(name.trim(), created.value, at.publicUrl));
  } finally {
    await client.end();
  }
}

function linesOf(name: string, { host, choosePath, linkDays }: CreatedAuthority, publicUrl: URL): string[] {
  return [
    texts.created(name, host),
    texts.chooseLink,
    `${originOf(host, publicUrl)}${choosePath}`,
    texts.validFor(linkDays),
  ];
}

function sentenceOf(refusal: NewAuthorityRefusal): string {
  return refusal.code === "host-taken" ? texts.refusal["host-taken"](refusal) : texts.refusal[refusal.code]();
}
