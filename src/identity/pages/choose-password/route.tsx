import { z } from "zod";

import { formatMoment, parisDateTime } from "#kernel";
import { page, redirect, refusal, route, type Answer, type Route } from "#platform";

import { anyone } from "../../access-rules.ts";
import { readChooseLink, type ChooseLink } from "../../accounts/choose-link.ts";
import { choosePassword } from "../../accounts/choose-password.ts";
import { LONGEST_PASSWORD, type PasswordRefusal } from "../../rules/password.ts";
import type { Brand, Visit } from "../../visit.ts";
import { texts } from "./texts.fr.ts";
import { ChoosePassword } from "./view.tsx";

const params = z.object({ token: z.string() });

/** GET and POST /mot-de-passe/:token. */
export const choosePasswordRoutes: readonly Route<Visit>[] = [
  route({
    method: "GET",
    path: "/mot-de-passe/:token",
    access: anyone,
    input: z.object({ params }),
    answer: (visit, { params: { token } }) => show(visit, token, undefined),
  }),
  route({
    method: "POST",
    path: "/mot-de-passe/:token",
    access: anyone,
    input: z.object({
      params,
      body: z.object({
        "mot-de-passe": z
          .string(texts.noPassword)
          .min(1, texts.noPassword)
          .max(1000, texts.refusal["too-long"]({ code: "too-long", longest: LONGEST_PASSWORD })),
      }),
    }),
    answer: async (visit, { params: { token }, body }) => {
      const { database, address, now } = visit;
      const chosen = await choosePassword(database, { token, password: body["mot-de-passe"], address, now });
      if (chosen.ok) return redirect("/connexion?apres=mot-de-passe");
      const refused = chosen.refusal;
      switch (refused.code) {
        case "link":
          return closed(refused.link, visit.authority.brand.contact);
        case "password":
          return form(token, refused.email, sentenceOf(refused.why));
        case "busy":
          return form(token, refused.email, texts.busy);
      }
    },
    toCorrect: (visit, messages, raw) => {
      const parsed = params.safeParse(raw.params);
      return show(visit, parsed.data?.token ?? "", messages[0]?.message);
    },
  }),
];

async function show(visit: Visit, token: string, correction: string | undefined): Promise<Answer> {
  const link = await visit.database.read((reads) => readChooseLink(reads, token, visit.now));
  if (link.state !== "open") return closed(link, visit.authority.brand.contact);
  return form(token, link.email, correction);
}

function form(token: string, email: string, correction: string | undefined): Answer {
  const main = <ChoosePassword token={token} email={email} correction={correction} />;
  const toCorrect = correction !== undefined;
  return page({ title: texts.title, main, toCorrect }, toCorrect ? 400 : 200);
}

function closed(link: Exclude<ChooseLink, { state: "open" }>, contact: Brand["contact"]): Answer {
  const { title, sentence } =
    link.state === "expired" ? texts.link.expired(moment(link.at)) : texts.link[link.state];
  const ways = [contact.phone, contact.email].filter((way) => way !== "").join(", ");
  return refusal({
    status: 404,
    title,
    sentences: ways === "" ? [sentence] : [sentence, texts.contact(ways)],
    next: { label: texts.signIn, href: "/connexion" },
  });
}

function sentenceOf(why: PasswordRefusal): string {
  switch (why.code) {
    case "too-short":
      return texts.refusal["too-short"](why);
    case "too-long":
      return texts.refusal["too-long"](why);
    case "common":
    case "contains-email":
      return texts.refusal[why.code]();
  }
}

function moment(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}
