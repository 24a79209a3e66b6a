import { loadActor } from "#access";
import { authorityByHost, readToken, type Visit } from "#identity";
import { deviceCookie, sessionCookie, type Arrival, type Database } from "#platform";

import { rightsOf } from "../roles.ts";

/** Finds the authority of the host and who is acting; undefined when nobody answers at this host. */
export async function beginVisit(database: Database, arrival: Arrival): Promise<Visit | undefined> {
  const authority = await authorityByHost(database, arrival.host, arrival.now);
  if (authority === undefined) return undefined;
  const schema = database.schema(authority.schema);
  const sessionToken = readToken(arrival.cookies[sessionCookie]);
  const actor = await loadActor(schema, { sessionToken, now: arrival.now, rightsOf });
  return {
    actor,
    authority,
    database: schema,
    now: arrival.now,
    origin: arrival.origin,
    address: arrival.address,
    device: arrival.device,
    path: arrival.path,
    // Also when the session has ended: what was being sent proves by it that the form was ours.
    sessionToken,
    deviceToken: readToken(arrival.cookies[deviceCookie]),
  };
}
