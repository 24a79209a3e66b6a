import { readFile } from "node:fs/promises";

import {
  authorityByHost,
  listAuthorities,
  originOf,
  renewChooseLink,
  setLogo,
  type Authority,
} from "#identity";
import { ok, refuse, type Result } from "#kernel";
import type { Database } from "#platform";

import { texts } from "./texts.fr.ts";

/** `preau authority list`: a line for each authority, its address first. */
export async function listFromCommand(database: Database, publicUrl: URL): Promise<Result<string[], never>> {
  const authorities = await listAuthorities(database);
  if (authorities.length === 0) return ok([texts.none]);
  return ok(
    authorities.map(({ name, host, demonstration }) =>
      [originOf(host, publicUrl), name, ...(demonstration ? [texts.demonstration] : [])].join("  "),
    ),
  );
}

/** `preau authority link HOST E-MAIL`: a new single-use link for whoever has lost a password. */
export async function linkFromCommand(
  [host, email]: readonly string[],
  at: { database: Database; publicUrl: URL; now: Temporal.Instant },
): Promise<Result<string[], string>> {
  const authority = await find(at.database, host, at.now);
  if (!authority.ok) return authority;
  if (email === undefined) return refuse(texts.missing("l’adresse e-mail du compte"));
  const renewed = await at.database
    .schema(authority.value.schema)
    .write((writes) => renewChooseLink(writes, { email, byLabel: "preau authority link", now: at.now }));
  if (!renewed.ok) return refuse(texts.unknownEmail(email));
  const { path, days } = renewed.value;
  const link = `${originOf(authority.value.host, at.publicUrl)}${path}`;
  return ok([texts.chooseLink, link, texts.validFor(days)]);
}

/** `preau authority logo HOST FILE`: the logo that the pages of this authority show. */
export async function logoFromCommand(
  [host, path]: readonly string[],
  at: { database: Database; now: Temporal.Instant },
): Promise<Result<string[], string>> {
  const authority = await find(at.database, host, at.now);
  if (!authority.ok) return authority;
  if (path === undefined) return refuse(texts.missing("le fichier du logo"));
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return refuse(texts.unreadableFile(path));
  const set = await at.database.schema(authority.value.schema).writeOnce((writes) => setLogo(writes, bytes));
  if (set.ok) return ok([texts.logoSet(set.value.width, set.value.height)]);
  const { refusal } = set;
  return refuse(
    refusal.code === "too-large" ? texts.logo["too-large"](refusal) : texts.logo["not-an-image"](),
  );
}

async function find(
  database: Database,
  host: string | undefined,
  now: Temporal.Instant,
): Promise<Result<Authority, string>> {
  if (host === undefined) return refuse(texts.missing("l’hôte de la collectivité"));
  const authority = await authorityByHost(database, host.toLowerCase(), now);
  return authority === undefined ? refuse(texts.unknownHost(host)) : ok(authority);
}
