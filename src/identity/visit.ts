import type { Id } from "#kernel";
import type { SchemaDatabase } from "#platform";

import type { Actor } from "./actor.ts";

/** The public body whose espace this is. */
export interface Authority {
  id: Id<"authority">;
  schema: string;
  name: string;
  /** The host that its mails link to. */
  host: string;
  demonstration: boolean;
}

/** One HTTP exchange: who came, to which authority, when. A handler gets everything from here. */
export interface Visit<Who extends Actor = Actor> {
  actor: Who;
  authority: Authority;
  database: SchemaDatabase;
  /** When the server received the request: the only clock of a use case. */
  now: Temporal.Instant;
  /** The address of the visitor, for the journal and for throttling. */
  address: string;
  /** What the browser says it is. */
  device: string;
  /** The path and query asked for, to come back to after signing in. */
  path: string;
  /** The token of the signed-in session, which only identity looks at. */
  sessionToken: string | null;
  /** The cookie of a device that signed in before, or null. */
  deviceToken: string | null;
}
