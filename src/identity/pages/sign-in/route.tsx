import { z } from "zod";

import {
  deviceCookie,
  formText,
  redirect,
  route,
  sessionCookie,
  type Answer,
  type CookieChange,
  type Route,
  type SentForm,
} from "#platform";

import { anyone } from "../../access-rules.ts";
import { LONGEST_EMAIL } from "../../accounts/sign-in-email.ts";
import { localPath } from "../../rules/local-path.ts";
import { retryTime } from "../../rules/retry-time.ts";
import { signIn, type SignedInAnew, type SignInRefusal } from "../../sessions/sign-in.ts";
import type { Visit } from "../../visit.ts";
import type { IdentityPages } from "../settings.ts";
import { readCarried } from "./carried-form.tsx";
import { signInPage } from "./page.tsx";
import { texts } from "./texts.fr.ts";
import { Resume } from "./view.tsx";

/** Browsers keep no cookie longer than this. */
const DEVICE_COOKIE_SECONDS = 400 * 24 * 3600;

const goToField = z.string().transform(localPath).optional().catch(undefined);

const signInForm = z.object({
  email: formText(LONGEST_EMAIL).refine((text) => text !== "", texts.noEmail),
  "mot-de-passe": z.string(texts.noPassword).min(1, texts.noPassword).max(1000, texts.longPassword),
  retour: goToField,
});

/** GET and POST /connexion. */
export function signInRoutes(settings: IdentityPages): Route<Visit>[] {
  return [
    route({
      method: "GET",
      path: "/connexion",
      access: anyone,
      input: z.object({
        query: z.object({
          retour: goToField,
          apres: z.enum(["deconnexion", "partout", "mot-de-passe"]).optional().catch(undefined),
        }),
      }),
      answer: async (visit, { query }) => {
        if (visit.actor.kind === "signed-in") return redirect(query.retour ?? "/");
        const notice = query.apres === undefined ? undefined : { sentence: texts.after[query.apres] };
        const signedOut = notice !== undefined;
        return signInPage(visit, settings.demonstration, { goTo: query.retour, notice, signedOut });
      },
    }),
    route({
      method: "POST",
      path: "/connexion",
      access: anyone,
      input: z.object({ body: signInForm.loose() }),
      answer: async (visit, { body }) => {
        const carried = readCarried(body, settings.postPaths());
        const signed = await signIn(visit.database, {
          email: body.email,
          password: body["mot-de-passe"],
          address: visit.address,
          device: visit.device,
          deviceToken: visit.deviceToken,
          sessionToken: visit.sessionToken,
          now: visit.now,
        });
        if (signed.ok) return welcome(signed.value, body.retour, carried);
        const { status, field, message } = refusalOf(signed.refusal);
        const shown = { email: body.email, goTo: body.retour, carried, corrections: [{ field, message }] };
        return signInPage(visit, settings.demonstration, shown, status);
      },
      toCorrect: async (visit, messages, { body }) => {
        const typed = z.object({ email: z.string().catch(""), retour: goToField }).safeParse(body);
        return signInPage(
          visit,
          settings.demonstration,
          {
            email: typed.data?.email ?? "",
            goTo: typed.data?.retour,
            carried: readCarried(body, settings.postPaths()),
            corrections: messages,
          },
          400,
        );
      },
    }),
  ];
}

/** The same for an unknown address and for a wrong password, in words, field and status. */
function refusalOf(refusal: SignInRefusal): { status: number; field: string; message: string } {
  switch (refusal.code) {
    case "wrong":
      return { status: 401, field: "mot-de-passe", message: texts.wrong };
    case "wait":
      return { status: 429, field: "email", message: texts.wait(retryTime(refusal.until)) };
    case "busy":
      return { status: 503, field: "email", message: texts.busy };
  }
}

function welcome(
  { session, deviceToken }: SignedInAnew,
  goTo: string | undefined,
  carried: SentForm | undefined,
): Answer {
  const cookies: CookieChange[] = [
    { name: sessionCookie, value: session.token, maxAge: session.maxAgeSeconds },
    { name: deviceCookie, value: deviceToken, maxAge: DEVICE_COOKIE_SECONDS },
  ];
  if (carried === undefined) return redirect(goTo ?? "/", cookies);
  return {
    kind: "page",
    page: { title: texts.resumeTitle, main: <Resume form={carried} sessionToken={session.token} /> },
    cookies,
  };
}
