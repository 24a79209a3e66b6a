import type { LoadForm, Sender } from "./load-form.ts";

/** How many send at the same time, as the issue says. */
export const CLIENTS = 16;

/** What one round of load gave. */
export interface Round {
  lines: number;
  perSecond: number;
}

/** Sends forms for so many seconds: 16 clients, each of which sends the next one as soon as the last is answered. */
export async function sendForms(next: () => LoadForm, send: Sender, seconds: number): Promise<Round> {
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let lines = 0;
  async function client(): Promise<void> {
    while (performance.now() < end) {
      const form = next();
      await send(form);
      lines += form.lines.length;
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { lines, perSecond: lines / ((performance.now() - begun) / 1000) };
}
