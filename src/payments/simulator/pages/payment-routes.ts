import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";

import { RESULTS } from "../attempt.ts";
import type { AttemptBook, PageRefusal } from "../attempt-book.ts";
import type { SimulatedClient } from "../clients.ts";
import type { Notifier } from "../notifier.ts";
import { closedPage, paymentPage, refusedPage } from "./payment-page.tsx";

const PATH = "/tpa/paiementws.web";
const asked = z.object({ idop: z.string().catch("") });
const chosen = asked.extend({
  choix: z.enum([...RESULTS, "fermer"]),
  "sans-retour": z.string().optional(),
});

/** The page on which a browser pays; the bench posts to it as a browser does. */
export function paymentRoutes(
  app: FastifyInstance,
  parts: { book: AttemptBook; notifier: Notifier; clients: readonly SimulatedClient[] },
): void {
  const { book, notifier, clients } = parts;
  app.get(PATH, { exposeHeadRoute: false }, async (http, reply) => {
    const opened = book.open(asked.parse(http.query).idop);
    if (typeof opened === "string") return refused(reply, opened);
    const client = clients.find(({ numcli }) => numcli === opened.numcli);
    return html(reply, paymentPage(opened, client?.names.filter(Boolean).join(", ") ?? opened.numcli));
  });
  app.post(PATH, async (http, reply) => {
    const form = chosen.safeParse(http.body);
    if (!form.success) return refused(reply, "P1");
    const { idop, choix, "sans-retour": noReturn } = form.data;
    if (choix === "fermer") return html(reply, closedPage());
    const settled = book.settle(idop, choix);
    if (typeof settled === "string") return refused(reply, settled);
    await notifier.tell(settled);
    return noReturn === undefined
      ? reply.redirect(returnAddress(settled.urlredirect, idop), 302)
      : html(reply, closedPage());
  });
}

/** The authority's own address, its query kept, with the number of the operation. */
function returnAddress(urlredirect: string, idop: string): string {
  const address = new URL(urlredirect);
  address.searchParams.append("idop", idop);
  return address.href;
}

async function refused(reply: FastifyReply, why: PageRefusal): Promise<FastifyReply> {
  return html(reply.code(why === "P1" ? 404 : 410), refusedPage(why));
}

async function html(reply: FastifyReply, page: string): Promise<FastifyReply> {
  return reply.type("text/html; charset=utf-8").send(page);
}
