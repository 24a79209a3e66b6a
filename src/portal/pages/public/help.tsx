import { anyone, type Visit } from "#identity";
import { Details, noInput, page, route, type Route } from "#platform";

import { Contact } from "./contact.tsx";
import { texts } from "./texts.fr.ts";

/** Whom to call, and the three questions families ask most. */
export const help: Route<Visit> = route({
  method: "GET",
  path: "/aide",
  access: anyone,
  input: noInput,
  answer: async ({ authority }) =>
    page({
      title: texts.help.title,
      main: (
        <>
          <h1>{texts.help.title}</h1>
          <p>{texts.help.intro}</p>
          <Contact {...authority.brand.contact} />
          {texts.help.questions.map(({ question, answer }) => (
            <Details key={question} summary={question}>
              <p>{answer}</p>
            </Details>
          ))}
        </>
      ),
    }),
});
