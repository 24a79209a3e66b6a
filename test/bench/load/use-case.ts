import { randomUUID } from "node:crypto";

import { loadActor } from "#access";
import { bookingsFamilyRoutes } from "#bookings";
import type { Authority, Visit } from "#identity";
import { openDatabase } from "#platform";

import { townId } from "../data/directory.ts";
import { benchToken } from "../data/sessions.ts";
import type { Town } from "../data/town.ts";
import type { TownServer } from "../figure.ts";
import { formFields, SAVE_PATH } from "../program/form.ts";
import type { Sender } from "./load-form.ts";

/**
 * The use case as the web server calls it, in this process: who acts is read from the session, the route admits
 * the guardian, parses the form, judges and writes it, and answers with the way to the receipt.
 */
export function useCaseSender(server: TownServer, town: Town, running: AsyncDisposableStack): Sender {
  const pool = openDatabase(server.connectionString, { role: server.role });
  running.defer(() => pool.close());
  const database = pool.schema(town.schema);
  const save = bookingsFamilyRoutes().find(({ path }) => path === SAVE_PATH);
  if (save === undefined) throw new Error(`No route ${SAVE_PATH}`);
  return async ({ household, lines }) => {
    const sessionToken = benchToken(household);
    const now = Temporal.Now.instant();
    const actor = await loadActor(database, { sessionToken, now, rightsOf: () => [] });
    const visit: Visit = { ...visitOf(town), actor, database, now, sessionToken };
    const body = Object.fromEntries(formFields(sessionToken, lines, randomUUID()));
    const answer = await save.handle(visit, { params: {}, query: {}, body });
    if (answer.kind !== "redirect") throw new Error(`The form was answered by ${answer.kind}`);
  };
}

function visitOf(town: Town): Omit<Visit, "actor" | "database" | "now" | "sessionToken"> {
  return {
    authority: authorityOf(town),
    origin: `http://${town.host}:3000`,
    address: "127.0.0.1",
    device: "mesure",
    path: SAVE_PATH,
    deviceToken: null,
  };
}

function authorityOf(town: Town): Authority {
  return {
    id: townId(town),
    schema: town.schema,
    name: town.schema,
    host: town.host,
    demonstration: false,
    brand: { stylesheet: "", logo: null, contact: { phone: "", email: "", hours: "" } },
  };
}
