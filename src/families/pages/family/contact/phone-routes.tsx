import { randomUUID } from "node:crypto";

import { guardian, type GuardianVisit, type Visit } from "#identity";
import { formatPhone, parseId } from "#kernel";
import {
  firstValue,
  formReader,
  formValues,
  notFound,
  redirect,
  refusal,
  route,
  type Answer,
  type Route,
} from "#platform";
import { z } from "zod";

import { askPhone, provePhone } from "../../../contact/change-phone.ts";
import { ownContact } from "../../../contact/own-contact.ts";
import { momentWords } from "../../../emails/moment-words.ts";
import { readPhone } from "../../../onde/parse/cells.ts";
import { codePage, phonePage } from "./phone-pages.tsx";
import { texts } from "./texts.fr.ts";

const ASK = "/famille/coordonnees/telephone";
const CODE = "/famille/coordonnees/telephone/code";
const LONGEST = 30;
const words = texts.phoneForm;

/** Asks for the code that proves a mobile number, and takes it. Without text messages, these addresses do not exist. */
export function phoneRoutes(texting: boolean): readonly Route<Visit>[] {
  return [
    route({
      method: "GET",
      path: ASK,
      access: guardian,
      input: z.object({ query: z.object({ connu: z.literal("1").optional().catch(undefined) }) }),
      async answer({ actor, database, now }, { query }) {
        const known = await database.read((reads) => ownContact(reads, actor.guardian.id, now));
        if (known === undefined || !texting) return notFound;
        const phone = query.connu === undefined ? "" : formatPhone(known.phoneMobile);
        return phonePage({ key: randomUUID(), phone }, []);
      },
    }),
    route({
      method: "POST",
      path: ASK,
      access: guardian,
      input: z.object({ body: formValues }),
      async answer(visit: GuardianVisit, { body }) {
        const { actor, authority, database, now } = visit;
        const typed = formReader(body).text("telephone", LONGEST);
        const phone = readPhone(typed);
        const proofId = parseId<"contact-proof">(firstValue(body, "cle"));
        const known = await database.read((reads) => ownContact(reads, actor.guardian.id, now));
        if (known === undefined || !texting) return notFound;
        const again = (message: string) =>
          phonePage({ key: randomUUID(), phone: typed }, [{ field: "telephone", message }]);
        if (proofId === undefined || phone === undefined || phone === "") return again(words.wrong);
        if (phone === known.phoneMobile && known.phoneProvedAt !== null) return again(words.same);
        const asked = await askPhone(visit, { proofId, phone });
        if (asked.ok) return redirect(CODE);
        if (asked.refusal.code === "not-mobile") return again(words.wrong);
        return again(texts.tooMany(momentWords(asked.refusal.until), authority.brand.contact.phone));
      },
    }),
    route({
      method: "GET",
      path: CODE,
      access: guardian,
      input: z.object({}),
      answer: (visit: GuardianVisit) => showCode(visit, undefined),
    }),
    route({
      method: "POST",
      path: CODE,
      access: guardian,
      input: z.object({ body: formValues }),
      async answer(visit: GuardianVisit, { body }) {
        const code = formReader(body).text("code", 12).replaceAll(/\s/g, "");
        if (!/^\d{6}$/.test(code)) return showCode(visit, texts.codeForm.six);
        const proved = await provePhone(visit, code);
        if (proved.ok) return redirect("/famille/coordonnees?fait=telephone");
        const left = proved.refusal.code === "wrong" ? proved.refusal.left : 0;
        return left === 0 ? codeIsOver : showCode(visit, texts.codeForm.wrong(left));
      },
    }),
  ];
}

/** No code waits, or not any more: what happened, and how to go on. */
const codeIsOver: Answer = refusal({
  status: 404,
  title: texts.codeForm.noneTitle,
  sentences: [texts.codeForm.none],
  next: { label: texts.codeForm.another, href: ASK },
});

async function showCode(
  { actor, database, now }: GuardianVisit,
  correction: string | undefined,
): Promise<Answer> {
  const known = await database.read((reads) => ownContact(reads, actor.guardian.id, now));
  if (known === undefined) return notFound;
  const asked = known.waiting.phone;
  return asked === undefined ? codeIsOver : codePage(asked, correction);
}
