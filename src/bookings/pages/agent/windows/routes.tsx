import { agentWith, type SignedInVisit, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  Button,
  formId,
  FormToken,
  Notice,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type RawInput,
  type Reads,
  type Route,
} from "#platform";
import { z } from "zod";

import { offeredSeasons } from "../../../enrolments/offered-seasons.ts";
import { isToCome } from "../../../rules/window-change.ts";
import {
  previewWindow,
  saveWindow,
  takeWindowAway,
  type ChangeRefusal,
} from "../../../windows/change-windows.ts";
import { mayOpenAt, OPEN_BOOKINGS } from "../../../windows/policy.ts";
import { windowCards, type NewWindow } from "../../../windows/window-queries.ts";
import { checkPage } from "./check-page.tsx";
import { whomOf, windowsPage } from "./list-page.tsx";
import { texts } from "./texts.fr.ts";
import {
  correctionOf,
  typedFrom,
  typedWindow,
  windowForm,
  type TypedWindow,
  type WindowForm,
} from "./window-form.ts";

const access = agentWith(OPEN_BOOKINGS);
const done = z
  .union([formId<"window">(), z.literal("enlevee")])
  .optional()
  .catch(undefined);
const ofWindow = z.object({ params: z.object({ window: formId<"window">() }) });

/** GET /agent/ouvertures: what opens when, and the form; `faite` names the window just published. */
const listRoute = route({
  method: "GET",
  path: "/agent/ouvertures",
  access,
  input: z.object({ query: z.object({ faite: done }).and(typedWindow) }),
  answer: (visit, { query: { faite, ...typed } }) =>
    visit.database.read(async (reads) =>
      page(await windowsPage(reads, visit, { typed, notice: await doneNotice(reads, visit, faite) })),
    ),
});

/** GET /agent/ouvertures/:window: a window that has not opened, to be changed or taken away. */
const editRoute = route({
  method: "GET",
  path: "/agent/ouvertures/:window",
  access,
  input: ofWindow,
  answer: (visit, { params }) =>
    visit.database.read(async (reads) => {
      const [card] = await windowCards(reads, parisDate(visit.now), params.window);
      if (card === undefined || !mayOpenAt(visit.actor, card.siteId)) return notFound;
      if (!isToCome(card, visit.now)) return redirect("/agent/ouvertures");
      const content = await windowsPage(reads, visit, { typed: typedFrom(card, params.window) });
      const main = (
        <>
          {content.main}
          <form method="post" action={`/agent/ouvertures/${params.window}/enlever`}>
            <FormToken />
            <Button variant="warning">{texts.remove}</Button>
          </form>
        </>
      );
      return page({ ...content, main });
    }),
});

/** POST …/verifier: what the window will do, before anything is done. */
const checkRoute = route({
  method: "POST",
  path: "/agent/ouvertures/verifier",
  access,
  input: z.object({ body: windowForm }),
  toCorrect: unreadable,
  async answer(visit, { body }) {
    const window = await completed(visit, body);
    if (window === undefined) return notFound;
    const typed = typedFrom(window, body.replaces);
    const preview = await previewWindow(visit, window, body.replaces);
    return preview.ok
      ? page(checkPage(window, preview.value, typed))
      : refused(visit, typed, preview.refusal);
  },
});

/** POST …/enregistrer: publishes the window; the list then says so. */
const saveRoute = route({
  method: "POST",
  path: "/agent/ouvertures/enregistrer",
  access,
  input: z.object({ body: windowForm }),
  toCorrect: unreadable,
  async answer(visit, { body }) {
    const window = await completed(visit, body);
    if (window === undefined) return notFound;
    const saved = await saveWindow(visit, window, body.replaces);
    if (saved.ok) return redirect(`/agent/ouvertures?faite=${saved.value}`);
    return refused(visit, typedFrom(window, body.replaces), saved.refusal);
  },
});

/** POST …/enlever: takes away a window that has not opened. */
const removeRoute = route({
  method: "POST",
  path: "/agent/ouvertures/:window/enlever",
  access,
  input: ofWindow,
  async answer(visit, { params }) {
    const removed = await takeWindowAway(visit, params.window);
    if (removed.ok) return redirect("/agent/ouvertures?faite=enlevee");
    return refused(visit, typedWindow.parse(undefined), removed.refusal);
  },
});

/** The days that were left out are those of the season; undefined where there is no such season. */
async function completed(visit: SignedInVisit, form: WindowForm): Promise<NewWindow | undefined> {
  const [season] = await visit.database.read((reads) => offeredSeasons(reads, visit.now, form.seasonId));
  if (season === undefined) return undefined;
  const { seasonId, group, opensAt, closesAt } = form;
  const firstDay = form.firstDay ?? season.firstDay;
  const lastDay = form.lastDay ?? season.lastDay;
  return { seasonId, group, opensAt, closesAt, firstDay, lastDay };
}

async function refused(visit: SignedInVisit, typed: TypedWindow, refusal: ChangeRefusal): Promise<Answer> {
  if (refusal.code === "unknown") return notFound;
  return formAgain(visit, typed, [correctionOf(refusal)]);
}

function unreadable(visit: SignedInVisit, corrections: readonly Correction[], { body }: RawInput) {
  return formAgain(visit, typedWindow.parse(body), corrections);
}

async function formAgain(
  visit: SignedInVisit,
  typed: TypedWindow,
  corrections: readonly Correction[],
): Promise<Answer> {
  return page(await visit.database.read((reads) => windowsPage(reads, visit, { typed, corrections })), 422);
}

async function doneNotice(reads: Reads, visit: SignedInVisit, faite: Id<"window"> | "enlevee" | undefined) {
  if (faite === undefined) return undefined;
  if (faite === "enlevee") {
    return (
      <Notice tone="success" title={texts.done.removed} announce>
        <p>{texts.done.removedMore}</p>
      </Notice>
    );
  }
  const today = parisDate(visit.now);
  const [card] = await windowCards(reads, today, faite);
  if (card === undefined || !mayOpenAt(visit.actor, card.siteId)) return undefined;
  const whom = whomOf(card, await offeredSeasons(reads, visit.now, card.seasonId));
  return (
    <Notice tone="success" title={texts.done.saved(card.activityName)} announce>
      <p>{texts.done.sentence(whom, card.opensAt)}</p>
    </Notice>
  );
}

/** An agent says when bookings open. */
export const windowRoutes: readonly Route<Visit>[] = [
  listRoute,
  editRoute,
  checkRoute,
  saveRoute,
  removeRoute,
];
