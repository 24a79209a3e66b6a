import { redirect, sentForm, type Answer, type RawInput } from "#platform";

import { localPath } from "../../rules/local-path.ts";
import type { Visit } from "../../visit.ts";
import { signInPage } from "./page.tsx";
import { texts } from "./texts.fr.ts";

/**
 * What somebody who must sign in first is answered. A page is come back to by its address; a form that was
 * sent travels along in the sign-in form, and is offered again afterwards.
 */
export async function signInAnswer(
  visit: Visit,
  sent: Pick<RawInput, "body"> & { method: string; path: string },
): Promise<Answer> {
  const path = localPath(sent.path);
  if (sent.method !== "POST") {
    return redirect(
      path === undefined || path === "/" ? "/connexion" : `/connexion?retour=${encodeURIComponent(path)}`,
    );
  }
  const carried = path === undefined ? undefined : sentForm(path, sent.body);
  const sentence = carried === undefined ? texts.endedLost : texts.endedCarried;
  return signInPage(visit, null, { carried, notice: { title: texts.endedTitle, sentence } }, 401);
}
