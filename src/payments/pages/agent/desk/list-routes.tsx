import type { Visit } from "#identity";
import { parisDate } from "#kernel";
import {
  ButtonLink,
  Card,
  EmptyState,
  formId,
  page,
  redirect,
  route,
  type Page,
  type Route,
} from "#platform";
import { z } from "zod";

import { deskAgent, deskRole, regieSettingsWriter, type DeskRole } from "../../../desk/policy.ts";
import { regiesOn, type KeptRegie } from "../../../desk/regie.ts";
import { texts } from "./texts.fr.ts";

const words = texts.list;

/** GET /agent/regie?foyer=&payeur=: the régies that name whoever looks; the only one opens at once, at that payer. */
export const listRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/regie",
  access: deskAgent,
  input: z.object({
    query: z
      .object({ foyer: formId<"household">(), payeur: formId<"guardian">() })
      .optional()
      .catch(undefined),
  }),
  async answer(visit, { query }) {
    const { actor, database, now } = visit;
    const all = await database.read((reads) => regiesOn(reads, parisDate(now)));
    const own = all.flatMap((regie) => {
      const role = deskRole(actor, regie);
      return role === undefined ? [] : [{ regie, role }];
    });
    const maySet = regieSettingsWriter.decide(visit).kind === "allowed";
    const at = query === undefined ? "" : `/payeurs/${query.foyer}/${query.payeur}`;
    const takes = own.filter(({ role }) => role !== "control");
    const [only] = at === "" ? own : takes;
    const one = at === "" ? own.length === 1 && !maySet : takes.length === 1;
    if (only !== undefined && one) return redirect(`/agent/regie/${only.regie.id}${at}`);
    return page(listPage(own, maySet, at));
  },
});

/** @param at where of a régie its link leads, for whoever takes money in it */
function listPage(own: readonly { regie: KeptRegie; role: DeskRole }[], maySet: boolean, at: string): Page {
  return {
    title: words.title,
    section: "regie",
    dense: true,
    main: (
      <>
        <h1>{words.title}</h1>
        {own.length === 0 && (
          <EmptyState title={words.none}>
            <p>{words.noneMore}</p>
          </EmptyState>
        )}
        {own.map(({ regie, role }) => (
          <Card title={<a href={`/agent/regie/${regie.id}${role === "control" ? "" : at}`}>{regie.name}</a>}>
            <p>{words.roles[role]}</p>
          </Card>
        ))}
        {maySet && (
          <p>
            <ButtonLink href="/agent/regie/nouvelle" variant="secondary">
              {words.add}
            </ButtonLink>
          </p>
        )}
      </>
    ),
  };
}
