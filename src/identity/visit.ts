import type { Id } from "#kernel";
import type { SchemaDatabase } from "#platform";

import type { Actor } from "./actor.ts";

/** How an authority shows itself, from its settings (`authority_setting`). */
export interface Brand {
  /** The address of its small stylesheet of colours, with a hash: « /marque/couleurs-1a2b3c.css ». */
  stylesheet: string;
  logo: { src: string; width: number; height: number } | null;
  /** Whom a family calls when it is stuck; empty where the authority has not said. */
  contact: { phone: string; email: string; hours: string };
}

/** The public body whose espace this is. */
export interface Authority {
  id: Id<"authority">;
  schema: string;
  name: string;
  /** The host that its mails link to. */
  host: string;
  demonstration: boolean;
  brand: Brand;
}

/** One HTTP exchange: who came, to which authority, when. A handler gets everything from here. */
export interface Visit<Who extends Actor = Actor> {
  actor: Who;
  authority: Authority;
  database: SchemaDatabase;
  /** When the server received the request: the only clock of a use case. */
  now: Temporal.Instant;
  /** The scheme, host and port asked for: « https://espace.exemple.fr ». */
  origin: string;
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
