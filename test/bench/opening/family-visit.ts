import { setTimeout as wait } from "node:timers/promises";

import { connectHttp, type HttpAnswer } from "../program/http-client.ts";
import { SAVE_PATH } from "../program/form.ts";
import { hiddenFields, openBoxes, partsOf, textOf } from "./page.ts";

/** The four steps of a family, each from the request sent to the last byte of what the browser then shows. */
export const STEPS = ["sign_in", "planning", "submit", "receipt"] as const;

/** How long each step took; a step that was never reached is not there. */
export interface FamilyVisit {
  ms: Partial<Record<(typeof STEPS)[number], number>>;
  /** When the receipt was there (`performance.now`); null when it never came, for the reason in `failure`. */
  receiptAt: number | null;
  failure: string | null;
  /** How often signing in was sent again, because the page asked to. */
  again: number;
}

/** Who comes, and how. */
export interface Family {
  number: number;
  password: string;
  /** The month that it opens. */
  month: string;
  /** How many boxes it ticks. */
  boxes: number;
  /** How long it thinks between two pages. */
  thinkMs: () => number;
  /** Whether it sends its password again when the espace says that too many people sign in. */
  insists: boolean;
}

const PATIENCE_MS = 30_000;
const AGAIN_MS = 1_000;

/** One family on a connection and an address of its own: signs in, opens the planning, submits, reads the receipt. */
export async function visitAs(at: { port: number; host: string }, family: Family): Promise<FamilyVisit> {
  const from = `127.1.${Math.floor(family.number / 250)}.${1 + (family.number % 250)}`;
  const http = connectHttp({ ...at, from, patienceMs: PATIENCE_MS });
  const visit: FamilyVisit = { ms: {}, receiptAt: null, failure: null, again: 0 };
  const parts = new Set<string>();
  const get = async (path: string): Promise<{ html: string; ms: number }> => {
    const answer = await http.get(path, { compressed: true });
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}`);
    const html = textOf(answer);
    for (const part of partsOf(html)) {
      if (parts.has(part)) continue;
      parts.add(part);
      await http.get(part, { compressed: true });
    }
    return { html, ms: answer.ms };
  };
  const post = async (
    path: string,
    fields: [string, string][],
  ): Promise<HttpAnswer & { location: string }> => {
    const answer = await http.post(path, fields);
    const { location } = answer.headers;
    if (answer.status !== 303 || location === undefined) throw new Answered(path, answer.status);
    return { ...answer, location };
  };
  const signIn = async (): Promise<void> => {
    const fields = hiddenFields((await get("/connexion")).html, "/connexion");
    await wait(family.thinkMs());
    for (;;) {
      const typed: [string, string][] = [
        ["email", `famille${family.number}@exemple.fr`],
        ["mot-de-passe", family.password],
      ];
      const answer = await post("/connexion", [...fields, ...typed]).catch((error: unknown) => {
        if (family.insists && error instanceof Answered && error.status === 503) return undefined;
        throw error;
      });
      if (answer !== undefined) {
        visit.ms.sign_in = answer.ms + (await get(answer.location)).ms;
        return;
      }
      visit.again++;
      await wait(AGAIN_MS);
    }
  };
  try {
    await signIn();
    await wait(family.thinkMs());
    const planning = await get(`/planning?mois=${family.month}`);
    visit.ms.planning = planning.ms;
    const ticked = openBoxes(planning.html, "voulu").slice(0, family.boxes);
    if (ticked.length === 0) throw new Error("The planning has no box to tick");
    await wait(family.thinkMs());
    const fields = hiddenFields(planning.html, "/planning/verifier");
    const saved = await post(SAVE_PATH, [
      ...fields,
      ...ticked.map((box): [string, string] => ["voulu", box]),
    ]);
    visit.ms.submit = saved.ms;
    const receipt = await get(saved.location);
    visit.ms.receipt = receipt.ms;
    if (!saved.location.startsWith("/recus/")) throw new Error(`The form led to ${saved.location}`);
    visit.receiptAt = performance.now();
  } catch (error) {
    visit.failure = error instanceof Error ? error.message : String(error);
  } finally {
    http.close();
  }
  return visit;
}

/** An answer that leads nowhere. */
class Answered extends Error {
  readonly status: number;
  constructor(path: string, status: number) {
    super(`POST ${path} answered ${status}`);
    this.status = status;
  }
}
