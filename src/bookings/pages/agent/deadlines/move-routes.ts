import { z } from "zod";

import { agentWith, type SignedInVisit } from "#identity";
import {
  formId,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type RawInput,
} from "#platform";

import { moveDeadline, previewMove, type MoveRefusal } from "../../../moving/move-deadline.ts";
import { findMove, type NewMove } from "../../../moving/move-queries.ts";
import { MOVE, mayMove } from "../../../moving/policy.ts";
import { deadlineTargets } from "../../../moving/targets.ts";
import { correctionOf, moveForm, typedFrom, typedMove, type TypedMove } from "./move-form.ts";
import { moveCheckPage } from "./move-check-page.tsx";
import { doneNotice, movesPage } from "./moves-page.tsx";
import { activityOptions } from "./target-names.ts";

const access = agentWith(MOVE);

/** GET /agent/delais/deplaces: what is moved, and the form; `fait` names the move just recorded or lifted. */
const listRoute = route({
  method: "GET",
  path: "/agent/delais/deplaces",
  access,
  input: z.object({
    query: z.object({ fait: formId<"movedDeadline">().optional().catch(undefined) }).and(typedMove),
  }),
  answer: (visit, { query: { fait, ...typed } }) =>
    visit.database.read(async (reads) => {
      const done = fait === undefined ? undefined : await findMove(reads, fait);
      const own = done !== undefined && mayMove(visit.actor, done.siteId);
      return page(await movesPage(reads, visit, { typed, notice: own ? doneNotice(done) : undefined }));
    }),
});

/** POST …/verifier: which slots will have other deadlines, before anything is done. */
const checkRoute = route({
  method: "POST",
  path: "/agent/delais/deplaces/verifier",
  access,
  input: z.object({ body: moveForm }),
  toCorrect: unreadable,
  async answer(visit, { body: move }) {
    const preview = await previewMove(visit, move);
    if (!preview.ok) return refused(visit, move, preview.refusal);
    const options = activityOptions(await visit.database.read(deadlineTargets));
    const what = options.find(({ value }) => value === typedFrom(move).pour)?.label ?? "";
    return page(moveCheckPage({ move, what, effect: preview.value }));
  },
});

/** POST …/enregistrer: moves the cut-off, then the list says what was done; so does the second click. */
const saveRoute = route({
  method: "POST",
  path: "/agent/delais/deplaces/enregistrer",
  access,
  input: z.object({ body: moveForm }),
  toCorrect: unreadable,
  async answer(visit, { body: move }) {
    const moved = await moveDeadline(visit, move);
    if (moved.ok) return redirect(`/agent/delais/deplaces?fait=${moved.value.moveId}`);
    const { refusal } = moved;
    if (refusal.code === "already-moved") return redirect(`/agent/delais/deplaces?fait=${refusal.moveId}`);
    return refused(visit, move, refusal);
  },
});

async function refused(visit: SignedInVisit, move: NewMove, refusal: MoveRefusal): Promise<Answer> {
  if (refusal.code === "unknown-activity") return notFound;
  return formAgain(visit, typedFrom(move), [correctionOf(refusal)]);
}

function unreadable(visit: SignedInVisit, corrections: readonly Correction[], { body }: RawInput) {
  return formAgain(visit, typedMove.parse(body), corrections);
}

async function formAgain(
  visit: SignedInVisit,
  typed: TypedMove,
  corrections: readonly Correction[],
): Promise<Answer> {
  return page(await visit.database.read((reads) => movesPage(reads, visit, { typed, corrections })), 422);
}

/** An agent sees the cut-offs that were moved, and moves one. */
export const moveRoutes = [listRoute, checkRoute, saveRoute];
