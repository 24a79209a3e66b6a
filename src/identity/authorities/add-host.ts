import { ok, refuse, type Id, type Result } from "#kernel";
import type { Writes } from "#platform";

import { hostName } from "../rules/host-name.ts";

/**
 * Lets an authority answer at one more host; its mails keep linking to the main one.
 * Refuses what is not a host, and a host at which an authority answers already.
 */
export async function addHost(
  writes: Writes,
  { authorityId, host }: { authorityId: Id<"authority">; host: string },
): Promise<Result<null, { code: "bad-host" } | { code: "host-taken"; host: string }>> {
  const name = hostName(host);
  if (name === undefined) return refuse({ code: "bad-host" });
  const added = await writes.run(
    "add_host",
    `insert into directory.authority_host (host, authority_id) values ($1, $2) on conflict (host) do nothing`,
    [name, authorityId],
  );
  return added === 0 ? refuse({ code: "host-taken", host: name }) : ok(null);
}
