import type { FastifyInstance } from "fastify";
import { z } from "zod";

import { parisDate } from "#kernel";

import type { AttemptBook } from "../attempt-book.ts";
import type { SimulatorClock } from "../clock.ts";
import { dailyReport } from "../daily-report.ts";
import { type Faults, faultPlanSchema } from "../faults.ts";
import { controlPage } from "./control-page.tsx";
import { STYLE } from "./style.ts";

const minutesForm = z.object({ minutes: z.coerce.number().int().min(0).max(10_080) });
const reportQuery = z.object({ numcli: z.string(), jour: z.iso.date().optional() });

/**
 * What moves the simulator: a page for people (`/simulateur`), and the same acts for tests and the bench. `PUT
 * /simulateur/pannes` takes a plan as JSON, `GET` gives the one that is followed.
 */
export function controlRoutes(
  app: FastifyInstance,
  parts: { book: AttemptBook; faults: Faults; clock: SimulatorClock },
): void {
  const { book, faults, clock } = parts;
  app.addHook("onRequest", async (http, reply) => {
    // Another site open in the same browser changes nothing here.
    const from = http.headers["sec-fetch-site"];
    const acts = http.method !== "GET" && http.url.startsWith("/simulateur");
    if (acts && from !== undefined && from !== "same-origin") return reply.code(403).send();
    return undefined;
  });
  app.get("/simulateur/style.css", async (_http, reply) => reply.type("text/css; charset=utf-8").send(STYLE));
  app.get("/simulateur", async (_http, reply) =>
    reply.type("text/html; charset=utf-8").send(controlPage(faults.plan, clock.now(), book.all())),
  );
  app.get("/simulateur/pannes", async () => faults.plan);
  app.put("/simulateur/pannes", async (http, reply) => {
    const plan = faultPlanSchema.safeParse(http.body);
    if (!plan.success) return reply.code(400).send({ refused: z.prettifyError(plan.error) });
    faults.follow(plan.data);
    return faults.plan;
  });
  app.post("/simulateur/pannes", async (http, reply) => {
    const form = z.record(z.string(), z.string()).catch({}).parse(http.body);
    const plan = faultPlanSchema.safeParse({ ...form, rates: form });
    if (plan.success) faults.follow(plan.data);
    return reply.redirect("/simulateur", 303);
  });
  app.post("/simulateur/temps", async (http, reply) => {
    const asked = minutesForm.safeParse(http.body);
    if (!asked.success) return reply.code(400).send();
    clock.advance(asked.data.minutes);
    return reply.redirect("/simulateur", 303);
  });
  app.post("/simulateur/nuit", async (_http, reply) => {
    book.purge();
    return reply.redirect("/simulateur", 303);
  });
  app.get("/simulateur/releve.csv", async (http, reply) => {
    const asked = reportQuery.safeParse(http.query);
    if (!asked.success) return reply.code(400).send();
    const { numcli, jour } = asked.data;
    const day = jour === undefined ? parisDate(clock.now()) : Temporal.PlainDate.from(jour);
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="payfip-${numcli}-${day.toString()}.csv"`)
      .send(dailyReport(day, numcli, book.paidOn(day, numcli)));
  });
}
