import { noInput, redirect, route, sessionCookie, type Route } from "#platform";

import { anyone } from "../../access-rules.ts";
import { signOut } from "../../sessions/sign-out.ts";
import type { Visit } from "../../visit.ts";

/** POST /deconnexion: open to all, since a session may have ended by itself meanwhile. */
export const signOutRoute: Route<Visit> = route({
  method: "POST",
  path: "/deconnexion",
  access: anyone,
  input: noInput,
  answer: async (visit) => {
    if (visit.sessionToken !== null) await signOut(visit.database, visit.sessionToken, visit);
    return redirect("/connexion?apres=deconnexion", [{ name: sessionCookie, value: null }]);
  },
});
