import { randomUUID } from "node:crypto";

import { guardian, type GuardianVisit, type Visit } from "#identity";
import { parseId } from "#kernel";
import {
  BackLink,
  Button,
  ErrorSummary,
  firstValue,
  formReader,
  FormToken,
  formValues,
  notFound,
  page,
  redirect,
  route,
  TextField,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { askEmail } from "../../../contact/change-email.ts";
import { ownContact } from "../../../contact/own-contact.ts";
import { momentWords } from "../../../emails/moment-words.ts";
import { readEmail } from "../../../onde/parse/cells.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/famille/coordonnees/email";
const LONGEST = 200;
const words = texts.emailForm;

/** GET and POST /famille/coordonnees/email: asks for the link that proves an address. */
export const emailRoutes = (publicUrl: URL): readonly Route<Visit>[] => [
  route({
    method: "GET",
    path: PATH,
    access: guardian,
    input: z.object({ query: z.object({ connue: z.literal("1").optional().catch(undefined) }) }),
    async answer({ actor, database, now }, { query }) {
      const known = await database.read((reads) => ownContact(reads, actor.guardian.id, now));
      if (known === undefined) return notFound;
      return emailPage({ key: randomUUID(), email: query.connue === undefined ? "" : known.email }, []);
    },
  }),
  route({
    method: "POST",
    path: PATH,
    access: guardian,
    input: z.object({ body: formValues }),
    async answer(visit: GuardianVisit, { body }) {
      const { actor, database, now } = visit;
      const read = formReader(body);
      const typed = read.text("email", LONGEST);
      const email = readEmail(typed);
      const proofId = parseId<"contact-proof">(firstValue(body, "cle"));
      const known = await database.read((reads) => ownContact(reads, actor.guardian.id, now));
      if (known === undefined) return notFound;
      const again = (message: string) =>
        emailPage({ key: randomUUID(), email: typed }, [{ field: "email", message }]);
      if (proofId === undefined || email === undefined || email === "") return again(words.wrong);
      if (email === known.email && known.emailProvedAt !== null) return again(words.same);
      const asked = await askEmail(visit, publicUrl, { proofId, email });
      if (asked.ok) return redirect("/famille/coordonnees?fait=lien");
      const { phone } = visit.authority.brand.contact;
      return again(texts.tooMany(momentWords(asked.refusal.until), phone));
    },
  }),
];

function emailPage(
  { key, email }: { key: string; email: string },
  corrections: readonly Correction[],
): Answer {
  const toCorrect = corrections.length > 0;
  return page(
    {
      title: words.title,
      section: "family",
      toCorrect,
      before: <BackLink href="/famille/coordonnees" label={texts.back} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <form method="post" action={PATH}>
            <FormToken />
            <input type="hidden" name="cle" value={key} />
            <TextField
              name="email"
              type="email"
              autocomplete="email"
              label={words.label}
              value={email}
              maxLength={LONGEST}
              correction={corrections[0]?.message}
            />
            <Button wide>{words.submit}</Button>
          </form>
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}
