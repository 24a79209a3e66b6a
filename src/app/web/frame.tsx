import type { Brand, Visit } from "#identity";
import { document, FormTokenContext, PageLayout, PhoneLink, type Assets, type Page } from "#platform";
import { accessibilityMention } from "#portal";

import { FormStaysNotice } from "./off-line/form-stays-notice.tsx";
import { navigationOf } from "./navigation.ts";
import { texts } from "./texts.fr.ts";

/** Puts the frame of the espace around a page: header, navigation, account, footer. */
export function frame(
  assets: Assets,
  content: Page,
  { visit, formToken }: { visit: Visit | undefined; formToken: string },
): string {
  const authority = visit?.authority;
  const name = authority?.name ?? texts.product;
  const agents = isAgentPage(visit);
  return document({
    title: content.title,
    authorityName: name,
    toCorrect: content.toCorrect,
    dense: content.dense,
    refreshSeconds: content.refreshSeconds,
    assets: {
      stylesheet: assets.address("preau.css") ?? "",
      authorityStylesheet: authority?.brand.stylesheet,
      icon: assets.address("favicon.svg") ?? "",
      islands: [
        ...(content.islands ?? refreshing(content)),
        ...(agents ? ["shortcuts.js", "form-stays.js"] : []),
      ].flatMap((island) => assets.address(island) ?? []),
    },
    body: (
      <FormTokenContext.Provider value={formToken}>
        <PageLayout
          authority={{ name, homeHref: "/", logo: authority?.brand.logo ?? undefined }}
          navigation={visit === undefined ? [] : navigationOf(visit.actor, content.section)}
          account={accountOf(visit)}
          footer={{
            links: [...texts.footerLinks(accessibilityMention()), ...(agents ? [texts.shortcutsLink] : [])],
            lines: [
              ...(authority === undefined || isAgent(visit) ? [] : whomToCall(authority.brand.contact)),
              ...(authority?.demonstration === true ? [texts.demonstration] : []),
            ],
          }}
          before={content.before}
          flash={
            <>
              {content.flash}
              {agents && <FormStaysNotice />}
            </>
          }
        >
          {content.main}
        </PageLayout>
      </FormTokenContext.Provider>
    ),
  });
}

/** The telephone of the service stands on every page of families and visitors: whoever is stuck need not look for it. */
function whomToCall({ phone, hours }: Brand["contact"]) {
  if (phone === "") return [];
  return [
    <>
      {texts.needHelp}
      <PhoneLink number={phone} />
      {hours === "" ? "." : texts.helpHours(hours)}
    </>,
  ];
}

/** The pages on which people stay all day, and whose keys are shortcuts. */
function isAgentPage(visit: Visit | undefined): boolean {
  return visit !== undefined && isAgent(visit) && isAgentPath(visit.path);
}

/** Whether an agent is signed in, on a page of families too. */
function isAgent(visit: Visit | undefined): boolean {
  return visit?.actor.kind === "signed-in" && visit.actor.rights.size > 0;
}

/** Whether the address is one of the agents' pages. */
export function isAgentPath(path: string): boolean {
  return /^\/agent(?:[/?]|$)/.test(path);
}

function accountOf(visit: Visit | undefined) {
  if (visit?.actor.kind !== "signed-in") return undefined;
  return {
    name: visit.actor.name,
    href: "/mes-connexions",
    signOut: { action: "/deconnexion", label: texts.signOut },
  };
}

/** A page that is asked for again does so by itself; one that brings its own script knows better. */
function refreshing({ refreshSeconds }: Page): readonly string[] {
  return refreshSeconds === undefined ? [] : ["refresh.js"];
}
