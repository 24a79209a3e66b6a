import { guardian, type Visit } from "#identity";
import { formatPhone } from "#kernel";
import {
  BackLink,
  ButtonLink,
  Card,
  Notice,
  notFound,
  page,
  route,
  SummaryList,
  type Page,
  type Route,
} from "#platform";
import { z } from "zod";

import { ownContact, type OwnContact } from "../../../contact/own-contact.ts";
import { momentWords } from "../../../emails/moment-words.ts";
import { texts as family } from "../texts.fr.ts";
import { texts } from "./texts.fr.ts";

/** GET /famille/coordonnees: how one is reached, what is proved, what waits to be. */
export const contactPageRoute = (texting: boolean): Route<Visit> =>
  route({
    method: "GET",
    path: "/famille/coordonnees",
    access: guardian,
    input: z.object({
      query: z.object({ fait: z.enum(["lien", "telephone"]).optional().catch(undefined) }),
    }),
    async answer({ actor, database, now }, { query }) {
      const known = await database.read((reads) => ownContact(reads, actor.guardian.id, now));
      return known === undefined ? notFound : page(contactPage(known, texting, query.fait));
    },
  });

function contactPage(known: OwnContact, texting: boolean, done?: keyof typeof texts.done): Page {
  return {
    title: texts.title,
    section: "family",
    before: <BackLink href="/famille" label={family.back} />,
    ...(done === undefined
      ? {}
      : {
          flash: (
            <Notice tone="success" announce>
              <p>{texts.done[done]}</p>
            </Notice>
          ),
        }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <div class="cards">
          <Email known={known} />
          <Phone known={known} texting={texting} />
        </div>
        <p class="soft">{texts.others}</p>
        <p class="soft">
          {texts.otherDetails} <a href="/demarches">{texts.requests}</a>
        </p>
        <p>
          <a href="/famille/messages">{texts.choices}</a>
        </p>
      </>
    ),
  };
}

function Email({ known: { email, emailProvedAt, waiting } }: { known: OwnContact }) {
  const { email: asked } = waiting;
  return (
    <Card title={texts.email}>
      <SummaryList facts={[{ term: email || texts.none, value: provedWords(email, emailProvedAt) }]} />
      {asked !== undefined && (
        <Notice tone="info">
          <p>{texts.waitingEmail(asked.value, momentWords(asked.askedAt), momentWords(asked.expiresAt))}</p>
        </Notice>
      )}
      <p class="row">
        {email !== "" && emailProvedAt === null && (
          <ButtonLink href="/famille/coordonnees/email?connue=1">{texts.confirmKnown.email}</ButtonLink>
        )}
        <ButtonLink href="/famille/coordonnees/email" variant="secondary">
          {texts.change.email}
        </ButtonLink>
      </p>
    </Card>
  );
}

function Phone({ known, texting }: { known: OwnContact; texting: boolean }) {
  const { phoneMobile, phoneProvedAt, waiting } = known;
  const { phone: asked } = waiting;
  return (
    <Card title={texts.phone}>
      <SummaryList
        facts={[
          { term: formatPhone(phoneMobile) || texts.none, value: provedWords(phoneMobile, phoneProvedAt) },
        ]}
      />
      {asked !== undefined && (
        <Notice tone="info">
          <p>{texts.waitingPhone(formatPhone(asked.value), momentWords(asked.expiresAt))}</p>
          <p>
            <a href="/famille/coordonnees/telephone/code">{texts.typeCode}</a>
          </p>
        </Notice>
      )}
      {texting ? (
        <p class="row">
          {phoneMobile !== "" && phoneProvedAt === null && (
            <ButtonLink href="/famille/coordonnees/telephone?connu=1">{texts.confirmKnown.phone}</ButtonLink>
          )}
          <ButtonLink href="/famille/coordonnees/telephone" variant="secondary">
            {texts.change.phone}
          </ButtonLink>
        </p>
      ) : (
        <p class="soft">{texts.phoneForm.noText}</p>
      )}
    </Card>
  );
}

const provedWords = (value: string, at: Temporal.Instant | null): string =>
  value === "" ? "" : at === null ? texts.notProved : texts.proved(momentWords(at));
