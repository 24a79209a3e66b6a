import { agentWith, type Access, type Actor, type SignedInVisit, type Visit } from "#identity";
import { DataTable, noInput, page, route, type Page, type Route } from "#platform";

import { agentLinks } from "../navigation.ts";
import { texts } from "./texts.fr.ts";

/** Whoever has a right as an agent, whichever it is. */
const anyAgent: Access<SignedInVisit> = {
  name: "agent",
  decide(visit) {
    const { actor } = visit;
    if (actor.kind === "visitor") return { kind: "sign-in" };
    const [right] = actor.rights.keys();
    return right === undefined ? { kind: "refused" } : agentWith(right).decide(visit);
  },
};

/** GET /agent/raccourcis: the keys; the list that « ? » opens is read from here. */
export const shortcutsRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/raccourcis",
  access: anyAgent,
  input: noInput,
  answer: async ({ actor }) => page(shortcutsPage(actor)),
});

interface Shortcut {
  keys: readonly string[];
  act: string;
}

const LINES: readonly Shortcut[] = [
  { keys: ["j"], act: texts.nextLine },
  { keys: ["k"], act: texts.previousLine },
  { keys: ["x"], act: texts.tickLine },
];

function shortcutsOf(actor: Actor): readonly Shortcut[] {
  const links = agentLinks(actor);
  return [
    { keys: ["?"], act: texts.list },
    ...(links.some(({ section }) => section === "families") ? [{ keys: ["/"], act: texts.search }] : []),
    ...(links.some(({ section }) => section === "requests-desk") ? LINES : []),
    ...links.map(({ shortcut, label }) => ({ keys: ["g", shortcut], act: texts.go(label) })),
  ];
}

/**
 * The list, and the switch that turns single keys off (WCAG 2.1.4), shown by the script that it is for.
 * The words of the switch stand in the page: the script has none.
 */
function shortcutsPage(actor: Actor): Page {
  return {
    title: texts.title,
    dense: true,
    main: (
      <div data-shortcuts data-label={texts.title} data-close={texts.close}>
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
        <DataTable
          caption={texts.caption}
          captionHidden
          rows={shortcutsOf(actor)}
          columns={[
            { header: texts.keys, rowHeader: true, cell: keys },
            { header: texts.act, cell: ({ act }) => act },
          ]}
        />
        <p hidden data-switch>
          <button
            class="button button-secondary"
            type="button"
            data-on={texts.switchOn}
            data-off={texts.switchOff}
          >
            {texts.switchOff}
          </button>
        </p>
      </div>
    ),
  };
}

function keys({ keys: pressed }: Shortcut) {
  return (
    <span>
      {pressed.map((key, index) => (
        <>
          {index > 0 && ` ${texts.after} `}
          <kbd>{key}</kbd>
        </>
      ))}
    </span>
  );
}
