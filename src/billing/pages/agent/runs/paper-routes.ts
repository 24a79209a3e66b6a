import type { Visit } from "#identity";
import { formId, notFound, redirect, refusal, route, type Route } from "#platform";
import { z } from "zod";

import type { Settling } from "../../../account/settling.ts";
import { printedFile } from "../../../paper/paper-invoices.ts";
import { askPrint, printFew } from "../../../paper/print-run.ts";
import { billingReader, billingWriter } from "../../../policy.ts";
import { readRun } from "../../../run/run.ts";
import { texts } from "./texts.fr.ts";

const input = z.object({ params: z.object({ run: formId<"run">() }) });

/** POST …/papier: asks for the file of all paper documents; a job makes it. */
const askRoute = route({
  method: "POST",
  path: "/agent/facturation/:run/papier",
  access: billingWriter,
  input,
  async answer(visit, { params: { run } }) {
    const asked = await askPrint(visit, run);
    if (asked.ok) return redirect(`/agent/facturation/${run}`);
    if (asked.refusal.code === "unknown") return notFound;
    return refusal({
      status: 409,
      title: texts.paper.refused.title,
      sentences: [texts.paper.refused[asked.refusal.code]],
      next: { label: texts.paper.refused.back, href: `/agent/facturation/${run}` },
    });
  },
});

/** GET …/papier.pdf: the file; a few documents are printed while the agent waits. */
const fileRoute = (settling: Settling) =>
  route({
    method: "GET",
    path: "/agent/facturation/:run/papier.pdf",
    access: billingReader,
    input,
    async answer(visit, { params: { run: id } }) {
      const [run, made] = await visit.database.read(async (reads) => [
        await readRun(reads, id),
        await printedFile(reads, id),
      ]);
      if (run === undefined || run.state !== "issued") return notFound;
      const body = made ?? (await printFew(visit, settling, run));
      if (body === undefined) return redirect(`/agent/facturation/${id}`);
      return { kind: "file", name: texts.paper.file(run.month), type: "application/pdf", body };
    },
  });

/** The paper documents of a run. */
export const paperRoutes = (settling: Settling): readonly Route<Visit>[] => [askRoute, fileRoute(settling)];
