import { anyone, type Visit } from "#identity";
import { noInput, page, route, type Route } from "#platform";

import { texts } from "./texts.fr.ts";

/** What is done with personal data, and on which ground (GDPR art. 13). */
export const personalData: Route<Visit> = route({
  method: "GET",
  path: "/donnees-personnelles",
  access: anyone,
  input: noInput,
  answer: async () =>
    page({
      title: texts.personalData.title,
      main: (
        <>
          <h1>{texts.personalData.title}</h1>
          {texts.personalData.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </>
      ),
    }),
});
