import { randomBytes } from "node:crypto";

import { ok, refuse, type Id, type Result } from "#kernel";
import { createAuthoritySchema, ensureJournalMonths, handleOf } from "#platform";
import type { ClientBase } from "pg";

import { issueChooseLink } from "../accounts/choose-link.ts";
import { createAccount } from "../accounts/create-account.ts";
import { hostName } from "../rules/host-name.ts";

/** The first administrator has a week to choose a password. */
const FIRST_LINK_DAYS = 7;

/** What an authority begins with. */
export interface NewAuthority {
  name: string;
  host: string;
  /** Who signs in first. */
  adminEmail: string;
  adminName: string;
  demonstration: boolean;
  now: Temporal.Instant;
}

/** Why an authority was not created. */
export type NewAuthorityRefusal =
  | { code: "no-name" }
  | { code: "bad-host" }
  | { code: "host-taken"; host: string }
  | { code: "bad-email" };

/** An authority just created. */
export interface CreatedAuthority {
  id: Id<"authority">;
  schema: string;
  host: string;
  administrator: Id<"account">;
  /** The path at which the first administrator chooses a password, once. */
  choosePath: string;
  /** For how many days that path works. */
  linkDays: number;
}

/**
 * Creates an authority, its schema and the account of its first administrator, inside the caller's transaction
 * on the owner's connection, which stays bound to the new schema until that transaction ends. The caller gives
 * the account its role (access) and rolls back upon a refusal.
 */
export async function createAuthority(
  client: ClientBase,
  wanted: NewAuthority,
): Promise<Result<CreatedAuthority, NewAuthorityRefusal>> {
  const name = wanted.name.trim();
  const host = hostName(wanted.host);
  if (name === "") return refuse({ code: "no-name" });
  if (host === undefined) return refuse({ code: "bad-host" });
  const schema = `a_${randomBytes(6).toString("hex")}`;
  const writes = handleOf(client);
  const created = await writes.row<{ id: Id<"authority"> }>(
    "create_authority",
    `with host as (
       insert into directory.authority_host (host, authority_id, main) values ($1, $2, true)
       on conflict (host) do nothing
       returning authority_id
     )
     insert into directory.authority (id, schema_name, name, demonstration, created_at)
     select authority_id, $3, $4, $5, $6 from host
     returning id`,
    [host, crypto.randomUUID(), schema, name, wanted.demonstration, wanted.now.toString()],
  );
  if (created === undefined) return refuse({ code: "host-taken", host });
  await createAuthoritySchema(client, schema);
  await ensureJournalMonths(client, schema, wanted.now);
  await writes.run("create_authority_setting", `insert into authority_setting (display_name) values ($1)`, [
    name,
  ]);
  const account = await createAccount(writes, {
    email: wanted.adminEmail,
    name: wanted.adminName,
    passwordHash: null,
    now: wanted.now,
  });
  if (!account.ok) return refuse({ code: "bad-email" });
  const choosePath = await issueChooseLink(writes, {
    accountId: account.value,
    validDays: FIRST_LINK_DAYS,
    now: wanted.now,
  });
  return ok({
    id: created.id,
    schema,
    host,
    administrator: account.value,
    choosePath,
    linkDays: FIRST_LINK_DAYS,
  });
}
