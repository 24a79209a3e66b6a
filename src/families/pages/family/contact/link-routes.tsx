import { anyone, type Visit } from "#identity";
import { Button, FormToken, Notice, page, refusal, route, type Answer, type Route } from "#platform";
import { z } from "zod";

import { proveEmail, readEmailLink, type LinkRefusal } from "../../../contact/change-email.ts";
import { momentWords } from "../../../emails/moment-words.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/coordonnees/confirmer/:token";
const ofLink = z.object({ params: z.object({ token: z.string() }) });
const words = texts.link;

/**
 * The link of the message that proves an address: whoever reads the mail holds it, signed in or not. It is used by the
 * button, since mail servers open links by themselves.
 */
export const linkRoutes: readonly Route<Visit>[] = [
  route({
    method: "GET",
    path: PATH,
    access: anyone,
    input: ofLink,
    async answer(visit, { params: { token } }) {
      const link = await readEmailLink(visit, token);
      if (!link.ok) return closed(link.refusal);
      const { value, askedAt } = link.value;
      return page({
        title: words.title,
        main: (
          <>
            <h1>{words.title}</h1>
            <p class="lead">{words.lead(value, momentWords(askedAt))}</p>
            <form method="post" action={`/coordonnees/confirmer/${token}`}>
              <FormToken />
              <Button wide>{words.submit}</Button>
            </form>
          </>
        ),
      });
    },
  }),
  route({
    method: "POST",
    path: PATH,
    access: anyone,
    input: ofLink,
    async answer(visit, { params: { token } }) {
      const proved = await proveEmail(visit, token);
      if (!proved.ok) return closed(proved.refusal);
      return page({
        title: words.doneTitle,
        flash: <Notice tone="success" title={words.doneTitle} announce />,
        main: (
          <>
            <h1>{words.doneTitle}</h1>
            <p>{words.done}</p>
            <p>
              <a href="/">{words.home}</a>
            </p>
          </>
        ),
      });
    },
  }),
];

function closed(why: LinkRefusal): Answer {
  const { title, sentence } =
    why.code === "expired" ? words.closed.expired(momentWords(why.askedAt)) : words.closed[why.code];
  const next =
    why.code === "used"
      ? { label: texts.title, href: "/famille/coordonnees" }
      : { label: words.another, href: "/famille/coordonnees/email" };
  return refusal({ status: 404, title, sentences: [sentence], next });
}
