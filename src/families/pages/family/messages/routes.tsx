import { guardian, type GuardianVisit } from "#identity";
import {
  firstValue,
  formReader,
  formValues,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type Values,
} from "#platform";
import { z } from "zod";

import { chooseMessages, type ChosenMessages } from "../../../consents/choose-messages.ts";
import { waysOf } from "../../../rules/message-channels.ts";
import { messagesPage } from "./messages-page.tsx";
import { messagesView, type MessagesView } from "./messages-view.ts";
import { texts } from "./texts.fr.ts";

/** GET and POST /famille/messages: what an adult receives, by what, and what he or she agrees to. */
export const messagesRoutes = [
  route({
    method: "GET",
    path: "/famille/messages",
    access: guardian,
    input: z.object({ query: z.object({ fait: z.literal("1").optional().catch(undefined) }) }),
    answer: (visit, { query }) => show(visit, { saved: query.fait === "1", corrections: [] }),
  }),
  route({
    method: "POST",
    path: "/famille/messages",
    access: guardian,
    input: z.object({ body: formValues }),
    async answer(visit, { body }) {
      const view = await visit.database.read((reads) => messagesView(reads, visit.actor.guardian));
      if (view === undefined) return notFound;
      const { chosen, corrections } = readChosen(body, view);
      if (chosen === undefined) return show(visit, { saved: false, corrections });
      const kept = await chooseMessages(visit, chosen);
      if (kept.ok) return redirect("/famille/messages?fait=1");
      return show(visit, { saved: false, corrections: [{ field: "news", message: texts.changed }] });
    },
  }),
];

async function show(
  { actor, database }: GuardianVisit,
  { saved, corrections }: { saved: boolean; corrections: readonly Correction[] },
): Promise<Answer> {
  const view = await database.read((reads) => messagesView(reads, actor.guardian));
  if (view === undefined) return notFound;
  return page(messagesPage(view, saved, corrections), corrections.length > 0 ? 422 : 200);
}

function readChosen(
  body: Values,
  { subjects, children }: MessagesView,
): { chosen: ChosenMessages | undefined; corrections: readonly Correction[] } {
  const read = formReader(body);
  const service = read.choice("service", waysOf("service"));
  const news = read.choice("news", waysOf("news"));
  if (service === undefined || news === undefined)
    return { chosen: undefined, corrections: read.corrections };
  const said = children.map(
    ({ participantId }) => [participantId, firstValue(body, `photos-${participantId}`)] as const,
  );
  return {
    chosen: {
      service,
      news,
      read: new Map(
        subjects.map(({ subjectId, name }) => [subjectId, Number(firstValue(body, `version-${name}`))]),
      ),
      photos: new Map(
        said.flatMap(([id, answer]) =>
          answer === "oui" || answer === "non" ? [[id, answer === "oui"]] : [],
        ),
      ),
    },
    corrections: [],
  };
}
