import { z } from "zod";

import { findClosure, type ClosureCard } from "#activities";
import { agentWith } from "#identity";
import {
  BackLink,
  Button,
  Card,
  formId,
  FormToken,
  notFound,
  page,
  redirect,
  route,
  type Page,
} from "#platform";

import { closingEffect, type ClosingEffect } from "../../../closing/closing-queries.ts";
import { liftClosing } from "../../../closing/lift-closing.ts";
import { CLOSE, mayClose } from "../../../closing/policy.ts";
import { siteOf } from "./list-page.tsx";
import { texts } from "./texts.fr.ts";

const access = agentWith(CLOSE);
const ofClosure = z.object({ params: z.object({ closure: formId<"closure">() }) });

/** GET …/rouvrir: what opening these days again will do. */
const askRoute = route({
  method: "GET",
  path: "/agent/fermetures/:closure/rouvrir",
  access,
  input: ofClosure,
  answer: ({ actor, database }, { params }) =>
    database.read(async (reads) => {
      const closure = await findClosure(reads, params.closure);
      if (closure === undefined || !mayClose(actor, closure.siteId)) return notFound;
      if (closure.liftedAt !== null) return redirect(`/agent/fermetures?faite=${closure.closureId}`);
      return page(reopenPage(closure, await closingEffect(reads, closure)));
    }),
});

/** POST …/rouvrir: lifts the closure; a second click finds it lifted, and reads the same. */
const liftRoute = route({
  method: "POST",
  path: "/agent/fermetures/:closure/rouvrir",
  access,
  input: ofClosure,
  async answer(visit, { params: { closure } }) {
    const lifted = await liftClosing(visit, closure);
    if (!lifted.ok && lifted.refusal.code === "unknown-closure") return notFound;
    return redirect(`/agent/fermetures?faite=${closure}`);
  },
});

function reopenPage(closure: ClosureCard, effect: ClosingEffect): Page {
  const title = texts.reopen.title(siteOf(closure), closure);
  return {
    title,
    section: "closures",
    dense: true,
    before: <BackLink href="/agent/fermetures" label={texts.back} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.check.lead}</p>
        <Card title={texts.check.what}>
          <p>{texts.reopen.message(closure.message, closure.byLabel)}</p>
          <ul>
            <li>{texts.reopen.slots}</li>
            <li>{texts.reopen.bookings(effect)}</li>
          </ul>
        </Card>
        <form method="post" action={`/agent/fermetures/${closure.closureId}/rouvrir`}>
          <FormToken />
          <Button>{texts.reopen.submit}</Button>
        </form>
      </>
    ),
  };
}

/** An agent opens again what was closed. */
export const reopenRoutes = [askRoute, liftRoute];
