import { z } from "zod";

import { noInput, notFound, page, type Route, route } from "#platform";

import { findMessage, latestMessages } from "../../outbox.ts";
import { demonstrationOnly, type MailVisit } from "./access.ts";
import { mailList } from "./list.tsx";
import { mailMessage } from "./message.tsx";

/** How many messages the list shows. */
const MOST = 200;

const oneMessage = z.object({ params: z.object({ id: z.uuid() }) });

const list = route({
  method: "GET",
  path: "/dev/courrier",
  access: demonstrationOnly,
  input: noInput,
  answer: async ({ database }) =>
    page(mailList(await database.read((reads) => latestMessages(reads, MOST)), MOST)),
});

const message = route({
  method: "GET",
  path: "/dev/courrier/:id",
  access: demonstrationOnly,
  input: oneMessage,
  answer: async ({ database }, { params }) => {
    const found = await database.read((reads) => findMessage(reads, params.id));
    return found === undefined ? notFound : page(mailMessage(found));
  },
});

const html = route({
  method: "GET",
  path: "/dev/courrier/:id/html",
  access: demonstrationOnly,
  input: oneMessage,
  answer: async ({ database }, { params }) => {
    const found = await database.read((reads) => findMessage(reads, params.id));
    return found === undefined ? notFound : { kind: "sandboxed", html: found.body_html };
  },
});

/** The mail of the demonstration, to be listed in a demonstration only. */
export const devMailRoutes: readonly Route<MailVisit>[] = [list, message, html];
