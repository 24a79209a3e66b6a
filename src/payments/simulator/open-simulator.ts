import forms from "@fastify/formbody";
import fastify from "fastify";

import { AttemptBook } from "./attempt-book.ts";
import { attemptFile, NO_FILE } from "./attempt-file.ts";
import { SIMULATED_CLIENTS } from "./clients.ts";
import { simulatorClock } from "./clock.ts";
import { Faults } from "./faults.ts";
import { Notifier } from "./notifier.ts";
import { controlRoutes } from "./pages/control-routes.ts";
import { paymentRoutes } from "./pages/payment-routes.ts";
import { soapRoutes } from "./service/soap-routes.ts";

const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
};

/** How the stand-in of PayFiP is opened. */
export interface SimulatorOptions {
  /** 0 for any that is free. */
  readonly port: number;
  readonly clock: () => Temporal.Instant;
  /** Where its operations outlive it; null to forget them. */
  readonly stateFile: string | null;
}

/** A simulator that answers. */
export interface Simulator extends AsyncDisposable {
  /** `http://localhost:3001`, where the client is pointed to. */
  readonly origin: string;
}

/** Opens the simulator on this machine only; throws when the port is taken. */
export async function openSimulator(options: SimulatorOptions): Promise<Simulator> {
  const clock = simulatorClock(options.clock);
  const faults = new Faults();
  const notifier = new Notifier(faults);
  const file = options.stateFile === null ? NO_FILE : attemptFile(options.stateFile);
  const book = new AttemptBook(() => clock.now(), file);
  const clients = SIMULATED_CLIENTS;
  const app = fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true });
  let origin = "";
  await app.register(forms);
  app.addHook("onRequest", async (_http, reply) => {
    reply.headers(HEADERS);
  });
  controlRoutes(app, { book, faults, clock });
  soapRoutes(app, { book, faults, clients, origin: () => origin });
  paymentRoutes(app, { book, notifier, clients });
  await app.listen({ port: options.port, host: "localhost" });
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  origin = `http://localhost:${port}`;
  return {
    origin,
    [Symbol.asyncDispose]: async () => {
      notifier.close();
      await app.close();
    },
  };
}
