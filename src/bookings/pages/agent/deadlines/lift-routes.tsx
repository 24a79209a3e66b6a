import { z } from "zod";

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

import { liftMove } from "../../../moving/lift-move.ts";
import { findMove, type MoveCard } from "../../../moving/move-queries.ts";
import { MOVE, mayMove } from "../../../moving/policy.ts";
import { momentOf } from "../../../rules/deadline-sentence.ts";
import { choiceOf } from "./move-form.ts";
import { targetName } from "./target-names.ts";
import { texts } from "./texts.fr.ts";

const access = agentWith(MOVE);
const ofMove = z.object({ params: z.object({ move: formId<"movedDeadline">() }) });

/** GET …/retablir: what lifting this move will do. */
const askRoute = route({
  method: "GET",
  path: "/agent/delais/deplaces/:move/retablir",
  access,
  input: ofMove,
  answer: ({ actor, database }, { params }) =>
    database.read(async (reads) => {
      const move = await findMove(reads, params.move);
      if (move === undefined || !mayMove(actor, move.siteId)) return notFound;
      if (move.liftedAt !== null) return redirect(`/agent/delais/deplaces?fait=${move.moveId}`);
      return page(liftPage(move));
    }),
});

/** POST …/retablir: lifts the move; a second click finds it lifted, and reads the same. */
const liftRoute = route({
  method: "POST",
  path: "/agent/delais/deplaces/:move/retablir",
  access,
  input: ofMove,
  async answer(visit, { params: { move } }) {
    const lifted = await liftMove(visit, move);
    if (!lifted.ok && lifted.refusal.code === "unknown-move") return notFound;
    return redirect(`/agent/delais/deplaces?fait=${move}`);
  },
});

function liftPage(move: MoveCard): Page {
  const title = texts.lift.title(targetName(move, true), move);
  return {
    title,
    section: "deadlines",
    dense: true,
    before: <BackLink href="/agent/delais/deplaces" label={texts.backToMoves} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.check.lead}</p>
        <Card title={texts.check.what}>
          <p>{texts.done.until(texts.acts[choiceOf(move.acts)], momentOf(move.closesAt))}</p>
          <p>{texts.done.by(move.byLabel, move.because)}</p>
          <p>{texts.lift.slots}</p>
        </Card>
        <form method="post" action={`/agent/delais/deplaces/${move.moveId}/retablir`}>
          <FormToken />
          <Button>{texts.lift.submit}</Button>
        </form>
      </>
    ),
  };
}

/** An agent gives a cut-off back to its rule. */
export const liftMoveRoutes = [askRoute, liftRoute];
