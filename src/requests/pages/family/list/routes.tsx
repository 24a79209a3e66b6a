import { randomUUID } from "node:crypto";

import { documentKinds, type DocumentKind } from "#documents";
import { ownHouseholds, type OwnHousehold } from "#families";
import { guardian, type GuardianVisit } from "#identity";
import type { Id } from "#kernel";
import {
  BackLink,
  Button,
  ErrorSummary,
  formId,
  FormToken,
  notFound,
  page,
  Radios,
  redirect,
  route,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { startRequest } from "../../../filling/start-request.ts";
import { publishedForm, requestKind, requestKinds, type RequestKind } from "../../../kinds/kind-queries.ts";
import { readableRequests } from "../../../request-queries.ts";
import { fieldsOf } from "../../../rules/form.ts";
import { texts } from "../texts.fr.ts";
import { requestsPage } from "./list-page.tsx";

const START = "/demarches/nouvelle/:kind";
const ofKind = z.object({ kind: formId<"request-kind">() });
const done = z.enum(["garde", "corriger", "retiree", "abandonne"]).optional().catch(undefined);

/** GET /demarches: the requests that one may read, and the kinds that are published. */
const listRoute = route({
  method: "GET",
  path: "/demarches",
  access: guardian,
  input: z.object({ query: z.object({ fait: done }) }),
  async answer({ actor, database }, { query }) {
    const view = await database.read(async (reads) => ({
      requests: await readableRequests(reads, actor),
      kinds: (await requestKinds(reads)).filter(({ formId: published }) => published !== null),
    }));
    return page(requestsPage({ ...view, guardianId: actor.guardian.id, done: query.fait }));
  },
});

/** GET …/nouvelle/:kind: what to have at hand, and for which household. */
const startPageRoute = route({
  method: "GET",
  path: START,
  access: guardian,
  input: z.object({
    params: ofKind,
    query: z.object({ foyer: formId<"household">().optional().catch(undefined) }),
  }),
  answer: (visit, { params, query }) => startPage(visit, params.kind, { chosen: query.foyer }),
});

/** POST …/nouvelle/:kind: begins a draft, and leads to its first page. */
const startRoute = route({
  method: "POST",
  path: START,
  access: guardian,
  input: z.object({
    params: ofKind,
    body: z.object({ cle: formId<"form">(), foyer: formId<"household">() }),
  }),
  async answer(visit, { params, body }) {
    const begun = { formKey: body.cle, kindId: params.kind, householdId: body.foyer };
    const started = await startRequest(visit, begun);
    if (started.ok) return redirect(`/demarches/${started.value}/continuer`);
    if (started.refusal.code === "unknown") return notFound;
    const corrections = [{ message: texts.start.tooMany(started.refusal.most) }];
    return startPage(visit, params.kind, { corrections, chosen: body.foyer });
  },
});

async function startPage(
  { actor, database }: GuardianVisit,
  kindId: Id<"request-kind">,
  told: { corrections?: readonly Correction[]; chosen?: Id<"household"> | undefined },
): Promise<Answer> {
  const { corrections = [], chosen } = told;
  const found = await database.read(async (reads) => {
    const kind = await requestKind(reads, kindId);
    if (kind === undefined || kind.formId === null) return undefined;
    const asked = new Set(
      fieldsOf(await publishedForm(reads, kind.formId)).flatMap((field) =>
        field.type === "document" ? field.kindId : [],
      ),
    );
    return {
      kind,
      documents: (await documentKinds(reads)).filter((one) => asked.has(one.kindId)),
      households: await ownHouseholds(reads, actor.guardian.householdIds),
    };
  });
  if (found === undefined) return notFound;
  const { kind } = found;
  return page(
    {
      title: kind.label,
      section: "requests",
      toCorrect: corrections.length > 0,
      before: <BackLink href="/demarches" label={texts.back} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{kind.label}</h1>
          <p class="lead">{kind.lead}</p>
          <StartForm {...found} chosen={chosen} />
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

function StartForm(props: {
  kind: RequestKind;
  documents: readonly DocumentKind[];
  households: readonly OwnHousehold[];
  chosen: Id<"household"> | undefined;
}) {
  const { kind, documents, households, chosen } = props;
  const [only, ...others] = households;
  return (
    <>
      {documents.length > 0 && (
        <>
          <h2>{texts.start.documents}</h2>
          <ul>
            {documents.map(({ label }) => (
              <li>{label}</li>
            ))}
          </ul>
          <p class="soft">{texts.start.documentsMore}</p>
        </>
      )}
      {kind.expectedDays !== null && <p>{texts.start.answer(kind.expectedDays)}</p>}
      <form method="post" action={`/demarches/nouvelle/${kind.kindId}`}>
        <FormToken />
        <input type="hidden" name="cle" value={randomUUID()} />
        {others.length === 0 ? (
          <input type="hidden" name="foyer" value={only?.householdId} />
        ) : (
          <Radios
            name="foyer"
            legend={texts.start.household}
            value={chosen ?? only?.householdId}
            options={households.map(({ householdId, label }) => ({ value: householdId, label }))}
          />
        )}
        <Button>{texts.start.begin}</Button>
      </form>
    </>
  );
}

/** What a family has asked, and what it may ask. */
export const listRoutes = [listRoute, startPageRoute, startRoute];
