import { anyone, type Visit } from "#identity";
import { Button, FormToken, Notice, page, refusal, route, taken, type Answer, type Route } from "#platform";
import { z } from "zod";

import { isStopAddress, stopNews } from "../../campaigns/stop-news.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/arret/:code";
const ofCode = z.object({ code: z.string() });
const words = texts.stop;

/** What a mail reader sends by itself (RFC 8058): it wants no page. */
const oneClick = z.object({ "List-Unsubscribe": z.string() });

/**
 * Where a message of news is stopped, signed in or not. The mail reader's own button posts here without having seen a page
 * of ours: the address, which only the message has, is its permission. Looking at it stops nothing.
 */
export const stopRoutes: readonly Route<Visit>[] = [
  route({
    method: "GET",
    path: PATH,
    access: anyone,
    input: z.object({ params: ofCode }),
    async answer(visit, { params: { code } }) {
      if (!(await isStopAddress(visit, code))) return unknown;
      return page({
        title: words.title,
        main: (
          <>
            <h1>{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <form method="post" action={`/arret/${code}`}>
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
    fromOutside: true,
    // A mail reader sends its one field as a form with parts.
    uploads: true,
    input: z.object({ params: ofCode, body: z.unknown() }),
    async answer(visit, { params: { code }, body }) {
      if (!(await stopNews(visit, code))) return unknown;
      if (oneClick.safeParse(body).success) return taken;
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

const unknown: Answer = refusal({
  status: 404,
  title: words.unknownTitle,
  sentences: [words.unknown],
  next: { label: words.messages, href: "/famille/messages" },
});
