import { randomUUID } from "node:crypto";

import { agentWith, type SignedInVisit, type Visit } from "#identity";
import type { Id } from "#kernel";
import {
  Notice,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type RawInput,
  type Route,
} from "#platform";
import type { VNode } from "preact";
import { z } from "zod";

import { familiesToPhone } from "../../../closing/closing-queries.ts";
import { namesOf } from "../../../slot-moves/find-move.ts";
import { moveBookings, previewMove, type MoveToCome } from "../../../slot-moves/move-bookings.ts";
import { mayMoveBookings, MOVE, slotOfUnit } from "../../../slot-moves/slot-to-move.ts";
import { unitsInScope } from "../../../occupancy/units-in-scope.ts";
import { doneNotice } from "./done-notice.tsx";
import { choiceQuery, moveForm, nothingTyped, typedMove, type Choice, type TypedMove } from "./move-form.ts";
import { movePage, NoMove } from "./move-page.tsx";
import { Preview, type PreviewedMove } from "./preview.tsx";
import { texts } from "./texts.fr.ts";

const access = agentWith(MOVE);

/** GET /agent/deplacements?de=&le=&vers=&vers-le=: who could move; `faite` names the move just done. */
const chooseRoute = route({
  method: "GET",
  path: "/agent/deplacements",
  access,
  input: z.object({ query: choiceQuery }),
  async answer(visit, { query: { faite, ...choice } }) {
    const { actor, database } = visit;
    const units = await database.read((reads) => unitsInScope(reads, actor.rights.get(MOVE)));
    const notice = await database.read((reads) => doneNotice(reads, actor, faite));
    return page(movePage({ units, choice, notice, below: await belowOf(visit, choice) }));
  },
});

/** POST …/enregistrer: moves those who are ticked, then the page says what was done; so does the second click. */
const saveRoute = route({
  method: "POST",
  path: "/agent/deplacements/enregistrer",
  access,
  input: z.object({ body: moveForm }),
  toCorrect: unreadable,
  async answer(visit, { body }) {
    const moved = await moveBookings(visit, body);
    if (moved.ok) return redirect(`/agent/deplacements?faite=${body.key}`);
    const { bookings, everyone, reason, over } = body;
    const typed = { bookings: new Set<string>(bookings), everyone, reason, over };
    if (moved.refusal.code === "nobody") {
      const corrections = [{ field: "reservation", message: texts.toCorrect.gone }];
      return formAgain(visit, body, typed, { corrections });
    }
    if (moved.refusal.code === "needs-reason") {
      const message = texts.toCorrect.needsReason(moved.refusal.why);
      return formAgain(visit, body, typed, { corrections: [{ field: "passer-outre", message }] });
    }
    if (moved.refusal.code !== "key-taken") return notFound;
    const notice = <Notice tone="warning">{texts.toCorrect.sentTwice}</Notice>;
    return formAgain(visit, body, typed, { notice });
  },
});

/** What the choice leads to; nothing while it is not complete. */
async function belowOf(visit: SignedInVisit, choice: Choice): Promise<VNode | undefined> {
  const { de, le, vers, "vers-le": versLe } = choice;
  if (de === undefined || le === undefined || vers === undefined || versLe === undefined) return undefined;
  const [from, to] = await visit.database.read(async (reads) => [
    await slotOfUnit(reads, de, le),
    await slotOfUnit(reads, vers, versLe),
  ]);
  if (from === undefined || !mayMoveBookings(visit.actor, from)) return <NoMove why="from" />;
  if (to === undefined || !mayMoveBookings(visit.actor, to)) return <NoMove why="to" />;
  const previewed = await previewMove(visit, { from: from.slotId, to: to.slotId });
  if (!previewed.ok) return <NoMove why="same" />;
  const { value } = previewed;
  const movable = value.lines.filter(({ outcome }) => outcome === "moved").map(({ bookingId }) => bookingId);
  return previewOf(visit, await toShow(visit, value), nothingTyped(movable));
}

function previewOf(
  { actor }: SignedInVisit,
  move: PreviewedMove,
  typed: TypedMove,
  corrections: readonly Correction[] = [],
) {
  return <Preview move={move} typed={typed} corrections={corrections} actor={actor} pageKey={randomUUID()} />;
}

/** A move with the names of those it concerns, and the families that somebody must phone. */
function toShow({ database }: SignedInVisit, move: MoveToCome): Promise<PreviewedMove> {
  return database.read(async (reads) => {
    const moving = move.lines.filter(({ outcome }) => outcome === "moved");
    const households = [...new Set(moving.map(({ householdId }) => householdId))];
    return {
      ...move,
      names: await namesOf(reads, move.lines),
      toPhone: await familiesToPhone(reads, households),
    };
  });
}

async function unreadable(
  visit: SignedInVisit,
  corrections: readonly Correction[],
  { body }: RawInput,
): Promise<Answer> {
  const typed = typedMove.safeParse(body);
  if (!typed.success) return notFound;
  const { de, vers, qui, reservation, motif, "passer-outre": over } = typed.data;
  const again = { bookings: new Set(reservation), everyone: qui === "toutes", reason: motif, over };
  return formAgain(visit, { from: de, to: vers }, again, { corrections });
}

/** The same two slots, what was ticked and written, and what to write instead. */
async function formAgain(
  visit: SignedInVisit,
  slots: { from: Id<"slot">; to: Id<"slot"> },
  typed: TypedMove,
  said: { corrections?: readonly Correction[]; notice?: VNode },
): Promise<Answer> {
  const previewed = await previewMove(visit, slots);
  if (!previewed.ok) return notFound;
  const { from, to } = previewed.value;
  const units = await visit.database.read((reads) => unitsInScope(reads, visit.actor.rights.get(MOVE)));
  const choice = { de: from.unitId, le: from.date, vers: to.unitId, "vers-le": to.date };
  const below = previewOf(visit, await toShow(visit, previewed.value), typed, said.corrections);
  return page(movePage({ units, choice, below, ...said }), 422);
}

/** An agent moves bookings from one slot to another. */
export const slotMoveRoutes: readonly Route<Visit>[] = [chooseRoute, saveRoute];
