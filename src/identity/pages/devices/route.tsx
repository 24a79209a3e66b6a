import { z } from "zod";

import { noInput, page, redirect, route, sessionCookie, type Route } from "#platform";

import { signedIn } from "../../access-rules.ts";
import { liveSessions } from "../../sessions/list-sessions.ts";
import { disconnect } from "../../sessions/sign-out.ts";
import type { Visit } from "../../visit.ts";
import { texts } from "./texts.fr.ts";
import { Devices } from "./view.tsx";

const notices = { fait: texts.done, "deja-fait": texts.alreadyGone } as const;

/** « Mes appareils connectés »: the list, disconnecting one, disconnecting all. */
export const devicesRoutes: readonly Route<Visit>[] = [
  route({
    method: "GET",
    path: "/mes-connexions",
    access: signedIn,
    input: z.object({
      query: z.object({ deconnexion: z.enum(["fait", "deja-fait"]).optional().catch(undefined) }),
    }),
    answer: async ({ actor, database, sessionToken, now }, { query }) => {
      const { accountId } = actor;
      const sessions = await database.read((reads) =>
        liveSessions(reads, { accountId, token: sessionToken, now }),
      );
      const notice = query.deconnexion === undefined ? undefined : notices[query.deconnexion];
      return page({ title: texts.title, main: <Devices sessions={sessions} notice={notice} /> });
    },
  }),
  route({
    method: "POST",
    path: "/mes-connexions",
    access: signedIn,
    input: z.object({ body: z.object({ appareil: z.string().regex(/^[\w-]{43}$/) }) }),
    answer: async (visit, { body }) => {
      const ended = await disconnect(visit.database, body.appareil, visit);
      return redirect(`/mes-connexions?deconnexion=${ended ? "fait" : "deja-fait"}`);
    },
  }),
  route({
    method: "POST",
    path: "/mes-connexions/tout-deconnecter",
    access: signedIn,
    input: noInput,
    answer: async (visit) => {
      await disconnect(visit.database, "everywhere", visit);
      return redirect("/connexion?apres=partout", [{ name: sessionCookie, value: null }]);
    },
  }),
];
