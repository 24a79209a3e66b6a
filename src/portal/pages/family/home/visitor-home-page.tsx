import type { Authority } from "#identity";
import { ButtonLink, Card, Notice, type Page } from "#platform";
import { HomePublications, type Shown } from "#publications";

import { Contact } from "../../public/contact.tsx";
import { texts } from "./texts.fr.ts";

const words = texts.visitor;

/** What the espace is for, how to enter, whom to ask; in a demonstration, that it is one. */
export function visitorHomePage(
  { brand, demonstration }: Authority,
  publications: readonly Shown[] = [],
): Page {
  return {
    title: texts.title,
    section: "home",
    main: (
      <>
        <div class="columns">
          <div>
            <h1>{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <p>
              <ButtonLink href="/connexion" wide>
                {words.signIn}
              </ButtonLink>
            </p>
          </div>
          {demonstration && <Demonstration />}
        </div>
        <HomePublications shown={publications} />
        <p>
          <a href="/actualites">{words.news}</a>
        </p>
        <div class="cards">
          {words.steps.map(({ title, sentence }) => (
            <Card title={title}>
              <p>{sentence}</p>
            </Card>
          ))}
        </div>
        <h2>{words.contact}</h2>
        <Contact {...brand.contact} />
      </>
    ),
  };
}

function Demonstration() {
  const { title, sentence, accounts, mail } = words.demonstration;
  return (
    <Notice title={title}>
      <p>
        {sentence} {accounts}
      </p>
      <p>
        <a href="/dev/courrier">{mail}</a>
      </p>
    </Notice>
  );
}
