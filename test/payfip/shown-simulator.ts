import { type Server, createServer } from "node:http";
import { text } from "node:stream/consumers";

import { type Simulator, openSimulator } from "../../src/payments/simulator/open-simulator.ts";

/** 2 November 2026, 9 h 04 in Paris. */
export const NOW = Temporal.Instant.from("2026-11-02T08:04:00Z");

/** A simulator with an authority that receives its notifications, and the acts of a payer. */
export interface ShownSimulator extends AsyncDisposable {
  readonly simulator: Simulator;
  /** The body of each notification received. */
  readonly notifications: string[];
  readonly notifyUrl: string;
  readonly returnUrl: string;
  /** Puts a fault plan in force; none of it when left out. */
  faults(rates?: Readonly<Record<string, number>>, lateMs?: number): Promise<void>;
  /** Opens the page, as a browser that was sent there. */
  visit(idOp: string): Promise<Response>;
  /** Presses a button of the page; the answer is not followed. */
  choose(idOp: string, choice: string, more?: Readonly<Record<string, string>>): Promise<Response>;
  act(path: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Opens both on free ports of this machine. */
export async function showSimulator(
  clock: () => Temporal.Instant = () => NOW,
  stateFile: string | null = null,
): Promise<ShownSimulator> {
  const notifications: string[] = [];
  const authority = createServer(async (http, reply) => {
    notifications.push(await text(http));
    reply.end();
  });
  const port = await listen(authority);
  const simulator = await openSimulator({ port: 0, clock, stateFile });
  const post = async (path: string, fields: Readonly<Record<string, string>>) =>
    fetch(new URL(path, simulator.origin), {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  return {
    simulator,
    notifications,
    notifyUrl: `http://127.0.0.1:${port}/notification`,
    returnUrl: `http://127.0.0.1:${port}/retour?de=payfip`,
    faults: async (rates = {}, lateMs = 0) => {
      await fetch(new URL("/simulateur/pannes", simulator.origin), {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ seed: 7, lateMs, rates }),
      });
    },
    visit: async (idOp) => fetch(new URL(`/tpa/paiementws.web?idop=${idOp}`, simulator.origin)),
    choose: async (idOp, choix, more = {}) => post("/tpa/paiementws.web", { idop: idOp, choix, ...more }),
    act: async (path, fields = {}) => post(path, fields),
    [Symbol.asyncDispose]: async () => {
      await simulator[Symbol.asyncDispose]();
      authority.closeAllConnections();
      await new Promise((resolve) => authority.close(resolve));
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
