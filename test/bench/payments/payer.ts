import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

import { formToken } from "#platform";

import { benchId } from "../data/ids.ts";
import { benchToken } from "../data/sessions.ts";
import { connectHttp, type HttpAnswer, type HttpClient } from "../program/http-client.ts";
import { totalOf } from "./paying-town.ts";

/** What one person does who pays one invoice. */
export interface PayerPlan {
  readonly household: number;
  readonly month: number;
  /** The button of PayFiP's page: paid or refused by card, by debit, given up, or the tab closed before. */
  readonly choice: "P" | "R" | "V" | "Z" | "A" | "fermer";
  /** Closes the tab once it is paid: nobody comes back to the espace. */
  readonly leaves: boolean;
  /** Sends the form twice at the same moment: a second click. */
  readonly clicksTwice: boolean;
  /** Opens a second tab and pays there too, at the same moment. */
  readonly secondTab: boolean;
  /** Asks to have it looked up again. */
  readonly checks: boolean;
  /** Comes back to a page that did not answer, as often as it takes; else gives up. */
  readonly insists: boolean;
}

/** Where a payer pays, and until when. */
export interface PayingAt {
  readonly port: number;
  readonly host: string;
  readonly givenUp: AbortSignal;
  /** PayFiP's page was opened: money may move from here on. */
  reached(): void;
  /** An answer that nobody expects of the espace, whatever was killed. */
  strange(what: string): void;
}

const AGAIN_MS = 150;
/** Longer than the program waits for a service that says nothing. */
const PATIENCE_MS = 25_000;

/** From the form to the page that tells what became of it, as a browser walks it. Says whether PayFiP's page was reached. */
export async function payAs(at: PayingAt, plan: PayerPlan): Promise<boolean> {
  const session = benchToken(plan.household);
  const to = { port: at.port, host: at.host, session, connections: 3, patienceMs: PATIENCE_MS };
  const http = connectHttp(to);
  try {
    const keys = plan.secondTab ? [randomUUID(), randomUUID()] : [randomUUID()];
    const sent = await Promise.all(keys.map((key) => sendForm(at, http, plan, key)));
    const pages = [...new Set(sent.filter((page) => page !== undefined))];
    if (pages.length > 1) at.strange("two pages for one invoice");
    const [page] = pages;
    return page !== undefined && (await payOn(at, http, plan, new URL(page)));
  } finally {
    http.close();
  }
}

/** The address of PayFiP's page; undefined where the espace said that nothing can be paid now. */
async function sendForm(
  at: PayingAt,
  http: HttpClient,
  plan: PayerPlan,
  key: string,
): Promise<string | undefined> {
  const { household, month } = plan;
  const fields: [string, string][] = [
    ["formulaire", formToken(benchToken(household))],
    ["cle", key],
    ["foyer", benchId("household", household)],
    ["payeur", benchId("guardian", 2 * household - 1)],
    ["facture", `${benchId("invoice", household * 1000 + month)}.${totalOf(household, month)}`],
    ["email", `famille${household}@exemple.fr`],
  ];
  const send = () => answered(at, true, () => http.post("/regler", fields));
  const [answer] = await Promise.all([send(), ...(plan.clicksTwice ? [send()] : [])]);
  if (answer === undefined) return undefined;
  if (answer.status === 303) return answer.headers.location;
  // Under way in another tab (409), settled since (409), or PayFiP does not answer (503).
  if (answer.status !== 409 && answer.status !== 503) at.strange(`POST /regler ${answer.status}`);
  return undefined;
}

/** Pays, and comes back. */
async function payOn(at: PayingAt, http: HttpClient, plan: PayerPlan, page: URL): Promise<boolean> {
  const shown = await fetch(page);
  if (!shown.ok) return false;
  at.reached();
  const idop = page.searchParams.get("idop") ?? "";
  const form = { idop, choix: plan.choice, ...(plan.leaves ? { "sans-retour": "oui" } : {}) };
  const paid = await fetch(new URL(page.pathname, page), {
    method: "POST",
    body: new URLSearchParams(form),
    redirect: "manual",
  });
  const back = paid.headers.get("location");
  if (back === null) return true;
  const { pathname, search } = new URL(back);
  const returned = await answered(at, plan.insists, () => http.get(`${pathname}${search}`));
  const state = returned?.headers.location;
  if (state === undefined) return true;
  if (!state.startsWith("/paiements/")) at.strange(`GET /paiement/retour leads to ${state}`);
  const told = await answered(at, plan.insists, () => http.get(state, { compressed: true }));
  if (told !== undefined && told.status !== 200) at.strange(`GET /paiements/… ${told.status}`);
  if (!plan.checks) return true;
  const again: [string, string][] = [["formulaire", formToken(benchToken(plan.household))]];
  const checked = await answered(at, false, () => http.post(`${state}/verifier`, again));
  if (checked !== undefined && checked.status !== 303) at.strange(`POST …/verifier ${checked.status}`);
  return true;
}

/** The answer of the espace; undefined where there was none (it was killed) and nobody insists. */
async function answered(
  { givenUp }: PayingAt,
  insists: boolean,
  ask: () => Promise<HttpAnswer>,
): Promise<HttpAnswer | undefined> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    // 500: its database was killed a moment before it.
    if ((answer !== undefined && answer.status !== 500) || !insists || givenUp.aborted) return answer;
    await wait(AGAIN_MS);
  }
}
