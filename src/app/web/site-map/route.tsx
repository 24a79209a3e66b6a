import { anyone, type Actor, type Visit } from "#identity";
import { noInput, page, route, type Page, type Route } from "#platform";
import { accessibilityMention } from "#portal";

import { agentLinks, familyLinks } from "../navigation.ts";
import { texts as frameTexts } from "../texts.fr.ts";
import { texts } from "./texts.fr.ts";

type Link = { href: string; label: string };
type Group = { title: string; links: readonly Link[] };

/** GET /plan-du-site: the second way to find a page, beside the menu (RGAA 4.1, criterion 12.1). */
export const siteMapRoute: Route<Visit> = route({
  method: "GET",
  path: "/plan-du-site",
  access: anyone,
  input: noInput,
  answer: async ({ actor }) => page(siteMap(actor)),
});

/** What the menu and the foot hold, with what they leave out: nobody reads here a page that would be refused. */
function groupsOf(actor: Actor): readonly Group[] {
  const foot = frameTexts.footerLinks(accessibilityMention()).filter(({ href }) => href !== "/plan-du-site");
  const everyone = [texts.news, ...foot];
  if (actor.kind === "visitor") return [{ title: texts.everyone, links: [...texts.visitor, ...everyone] }];
  const family = familyLinks(actor);
  const agent = agentLinks(actor);
  return [
    { title: texts.family, links: family.length === 0 ? [] : [...family, texts.menus, ...texts.familyMore] },
    { title: texts.agent, links: agent.length === 0 ? [] : [...agent, frameTexts.shortcutsLink] },
    { title: texts.account, links: [texts.connections] },
    { title: texts.everyone, links: everyone },
  ].filter(({ links }) => links.length > 0);
}

function siteMap(actor: Actor): Page {
  return {
    title: texts.title,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p>{actor.kind === "visitor" ? texts.leadVisitor : texts.lead}</p>
        {groupsOf(actor).map(({ title, links }) => (
          <>
            <h2>{title}</h2>
            <ul>
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </>
        ))}
      </>
    ),
  };
}
