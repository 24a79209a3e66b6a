import type { FastifyBaseLogger } from "fastify";

import type { Answer, Page } from "./answer.ts";
import type { Assets } from "./assets.ts";
import type { RawInput, Route } from "./route.ts";

/** What the composition root brings: who comes, how a page is framed, where one signs in. */
export interface WebSettings<Visit> {
  routes: readonly Route<Visit>[];
  assets: Assets;
  log: FastifyBaseLogger;
  /** Whether `X-Forwarded-*` of the nearest proxy is believed. */
  trustProxy: boolean;
  now(): Temporal.Instant;
  /** The visit behind a request; undefined when no authority answers at this host. */
  begin(http: Arrival): Promise<Visit | undefined>;
  /** The secret of the signed-in session behind the visit, or null. */
  sessionSecret(visit: Visit): string | null;
  /** The document of a page. `visit` is undefined when the failure came before anybody was known. */
  render(content: Page, frame: { visit: Visit | undefined; formToken: string }): string;
  /** What somebody who must sign in first is answered; what he or she had sent is not lost. */
  signIn(visit: Visit, sent: RawInput & { method: string; path: string }): Promise<Answer>;
  /** The body of GET /healthz and whether all is right. */
  health(): Promise<{ healthy: boolean; report: object }>;
  /** The addresses of people who work here: they do not wait when a whole town comes at once. */
  neverWaits(path: string): boolean;
}

/** What is known of a request before any word of ours. */
export interface Arrival {
  /** The host asked for, in lower case, without its port. */
  host: string;
  /** The scheme, host and port asked for: « https://espace.exemple.fr ». */
  origin: string;
  path: string;
  address: string;
  device: string;
  cookies: Readonly<Record<string, string | undefined>>;
  now: Temporal.Instant;
}
