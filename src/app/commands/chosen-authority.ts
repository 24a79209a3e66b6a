import { authorityByHost, listAuthorities, type Authority } from "#identity";
import { ok, refuse, type Result } from "#kernel";
import type { Database, SchemaDatabase } from "#platform";

import { texts } from "./texts.fr.ts";

/** The authority that a command works on. */
export interface ChosenAuthority {
  id: Authority["id"];
  name: string;
  database: SchemaDatabase;
}

/** The authority of the host that was given, or the only one of this server; a refusal is one sentence. */
export async function chosenAuthority(
  database: Database,
  host: string | undefined,
  now: Temporal.Instant,
): Promise<Result<ChosenAuthority, string>> {
  const chosen = ({ id, name, schema }: Pick<Authority, "id" | "name" | "schema">) =>
    ok({ id, name, database: database.schema(schema) });
  if (host !== undefined) {
    const asked = await authorityByHost(database, host.toLowerCase(), now);
    return asked === undefined ? refuse(texts.unknownHost(host)) : chosen(asked);
  }
  const all = await listAuthorities(database);
  const [only, other] = all;
  if (only === undefined || other !== undefined)
    return refuse(texts.whichAuthority(all.map((one) => one.host)));
  return chosen(only);
}
