import type { Visit } from "#identity";
import type { Answer, RawInput, Route } from "#platform";

import type { TestDatabase } from "../postgres/test-database.ts";
import type { Canteen } from "./canteen.ts";
import { buildHousehold, type Household, type HouseholdSettings } from "./household.ts";
import { buildOfferedCanteen, buildZoneB } from "./offered-canteen.ts";
import { htmlOf, sent, visitTo } from "./visit.tsx";

/** Monday 2 November 2026, 9 h in Paris. */
const FAMILY_NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");

/** A form as a page of ours holds it: its hidden fields, and its boxes with what they show. */
export interface PageForm {
  fields: Record<string, string>;
  boxes: { value: string; checked: boolean; label: string }[];
}

/** The authority with the calendar of zone B and one canteen, and what a person does on its pages. */
export async function familyTown(town: TestDatabase, routes: readonly Route<Visit>[]) {
  const rue = await town.database.write(async (writes) => {
    await buildZoneB(writes, town.authority.id);
    return buildOfferedCanteen(writes, { authorityId: town.authority.id, now: FAMILY_NOW });
  });
  async function ask(
    method: "GET" | "POST",
    path: string,
    visit: Visit,
    raw: Partial<RawInput> = {},
  ): Promise<Answer> {
    const route = routes.find((known) => known.method === method && known.path === path);
    if (route === undefined) throw new Error(`No route ${method} ${path}`);
    return route.handle(visit, sent(raw));
  }
  return {
    rue,
    ask,
    canteen: (settings: Partial<Parameters<typeof buildOfferedCanteen>[1]>): Promise<Canteen> =>
      town.database.write((writes) =>
        buildOfferedCanteen(writes, { authorityId: town.authority.id, now: FAMILY_NOW, ...settings }),
      ),
    family: (settings: HouseholdSettings = {}): Promise<Household> =>
      town.database.write((writes) => buildHousehold(writes, { enrolledIn: [rue], ...settings })),
    visit: (actor: Visit["actor"], now = FAMILY_NOW): Visit => visitTo(town, { actor, now }),
    /** Sends a planning or a page that confirms; the address of its receipt. */
    save: async (visit: Visit, body: unknown): Promise<string> => {
      const answer = await ask("POST", "/planning/enregistrer", visit, { body });
      if (answer.kind !== "redirect") throw new Error(`Not saved: ${JSON.stringify(answer)}`);
      return answer.to;
    },
    /** The words of a receipt; empty where it is not found. */
    receipt: async (visit: Visit, address: string): Promise<string> => {
      const key = address.replace("/recus/", "");
      return wordsOf(htmlOf(await ask("GET", "/recus/:key", visit, { params: { key } })));
    },
    /** « Lina 2026-11-09 », for each place that the household holds. */
    bookedDays: (home: Household): Promise<string[]> =>
      town.database.read(async (reads) => {
        const rows = await reads.rows<{ day: string }>(
          "test_booked_days",
          `select p.first_name || ' ' || s.date as day
           from booking b join slot s on s.id = b.slot_id join participant p on p.id = b.participant_id
           where b.household_id = $1 and b.state = 'booked' order by 1`,
          [home.id],
        );
        return rows.map(({ day }) => day);
      }),
    /** The planning of November 2026 as this person sees it. */
    planning: async (visit: Visit, mois = "2026-11") =>
      htmlOf(await ask("GET", "/planning", visit, { query: { mois } })),
  };
}

/** The words of a page, non-breaking spaces made plain. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/[\s\u00a0]+/g, " ");

/** Reads the form that posts to the planning out of a page, as a browser would. */
export function formOf(html: string): PageForm {
  const form = /<form method="post"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  const fields: Record<string, string> = {};
  const boxes: PageForm["boxes"] = [];
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    if (attribute(tag, "type") === "hidden") fields[attribute(tag, "name")] = attribute(tag, "value");
    else
      boxes.push({
        value: attribute(tag, "value"),
        checked: /\bchecked\b/.test(tag),
        label: labelAfter(form, tag),
      });
  }
  return { fields, boxes };
}

/** The words beside a box: « Lina Repas , lundi 9 novembre : Libre ». */
function labelAfter(form: string, tag: string): string {
  const start = form.indexOf(tag) + tag.length;
  return form
    .slice(start, form.indexOf("</label>", start))
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a browser sends: hidden fields and ticked boxes, after ticking or unticking those whose words match. */
export function bodyOf({ fields, boxes }: PageForm, ...changed: readonly string[]): Record<string, unknown> {
  for (const words of changed) {
    if (!boxes.some(({ label }) => label.includes(words))) throw new Error(`No box says « ${words} »`);
  }
  const ticked = boxes.filter(
    ({ label, checked }) => checked !== changed.some((words) => label.includes(words)),
  );
  return { ...fields, voulu: ticked.map(({ value }) => value) };
}
