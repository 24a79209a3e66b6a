import type { Readable } from "node:stream";

import type { VNode } from "preact";

/** A page before its frame: the frame (header, navigation, footer) is put around it by `app/`. */
export interface Page {
  title: string;
  main: VNode;
  /** Which entry of the navigation is the current one. */
  section?: string;
  /** Something on the page must be put right: said first in the document's title. */
  toCorrect?: boolean;
  /** Pages of agents: closer lines, the whole width. */
  dense?: boolean;
  /** Breadcrumb or back link: above the matter, outside it. */
  before?: VNode;
  /** What just happened, or what has to be put right: the first thing read. */
  flash?: VNode;
  /** Scripts of the page by their logical name in the asset manifest; the page works without them. */
  islands?: readonly string[];
  /** Without a script, the browser asks for the page again after so many seconds. */
  refreshSeconds?: number;
  /** Origins outside to which a form of this page may lead (a payment service): none by default. */
  formTargets?: readonly string[];
}

/** A cookie to set, or to remove (`value: null`). Secure, HttpOnly and SameSite=Lax always hold. */
export interface CookieChange {
  name: string;
  value: string | null;
  /** Seconds to keep it; until the browser closes when absent. */
  maxAge?: number;
}

/** What a route's handler gives back; one place turns it into HTTP. */
export type Answer =
  | { kind: "page"; page: Page; status?: number; cookies?: readonly CookieChange[] }
  | { kind: "redirect"; to: string; cookies?: readonly CookieChange[] }
  | { kind: "file"; name: string; type: string; body: string | Uint8Array; inline?: boolean }
  /** A file that somebody sent us, as it comes out of the store: it is kept, or shown where it can do nothing. */
  | { kind: "stored"; name: string; type: string; length: number; inline: boolean; body: Readable }
  | { kind: "bytes"; type: string; body: string | Uint8Array; maxAge: number }
  /** A document that is not a page of ours (a mail): shown where it can run, fetch and send nothing. */
  | { kind: "sandboxed"; html: string }
  | { kind: "refusal"; refusal: RefusalPage }
  /** 200 without a word: what a machine that tells us something is answered. */
  | { kind: "taken" }
  | { kind: "sign-in" }
  | { kind: "not-found" };

/** A refusal as a page: what, why, and what to do now. */
export interface RefusalPage {
  status: 400 | 403 | 404 | 409 | 413 | 429 | 500 | 503;
  title: string;
  sentences: readonly string[];
  next?: { label: string; href: string };
}

/** A page of the espace. */
export const page = (content: Page, status = 200): Answer => ({ kind: "page", page: content, status });

/** After a write: the browser fetches the page that tells what happened. */
export const redirect = (to: string, cookies: readonly CookieChange[] = []): Answer => ({
  kind: "redirect",
  to,
  cookies,
});

/** What does not exist, and what this person may not know to exist. */
export const notFound: Answer = { kind: "not-found" };

/** Heard: nothing to say back. */
export const taken: Answer = { kind: "taken" };

/** A refusal with its sentences. */
export const refusal = (content: RefusalPage): Answer => ({ kind: "refusal", refusal: content });
