import { parisDate } from "#kernel";
import { agentWith, type SignedInVisit } from "#identity";
import {
  BackLink,
  Button,
  DataTable,
  ErrorSummary,
  formText,
  FormToken,
  Notice,
  page,
  redirect,
  route,
  TextArea,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { nameKey } from "../../../rules/name-key.ts";
import {
  nameTerritory,
  residenceCounts,
  territoryChange,
  territoryCommunes,
  type ResidenceCounts,
} from "../../../territory/territory.ts";
import { texts } from "../texts.fr.ts";
import { confirmPage } from "./confirm-page.tsx";

const PATH = "/agent/communes";
const LONGEST_LIST = 10_000;
const MOST_COMMUNES = 300;
const words = texts.territory;
const access = agentWith("settings.write");

const communes = formText(LONGEST_LIST)
  .transform((text) => text.split("\n").flatMap((line) => line.trim() || []))
  .superRefine((lines, context) => {
    const wrong = lines.find((line) => !/[a-z0-9]/.test(nameKey(line)));
    if (wrong !== undefined) context.addIssue({ code: "custom", message: words.noLetters(wrong) });
    if (lines.length > MOST_COMMUNES)
      context.addIssue({ code: "custom", message: words.tooMany(MOST_COMMUNES) });
  });

const typedForm = z.object({ communes: z.string().catch("") }).catch({ communes: "" });

/** GET /agent/communes: the communes of the territory, and how many families live in them. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access,
  input: z.object({ query: z.object({ enregistre: z.literal("1").optional().catch(undefined) }) }),
  answer: (visit, { query }) => territoryPage(visit, { saved: query.enregistre !== undefined }),
});

/** POST /agent/communes: says for how many families the list changes something; once confirmed, keeps it. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access,
  input: z.object({ body: z.object({ communes, confirme: z.literal("oui").optional().catch(undefined) }) }),
  toCorrect: (visit, corrections, { body }) =>
    territoryPage(visit, { corrections, typed: typedForm.parse(body).communes }),
  async answer(visit, { body }) {
    if (body.confirme === undefined) {
      const change = await visit.database.read((reads) => territoryChange(reads, body.communes));
      if (change.added.length + change.removed.length > 0)
        return page(confirmPage(body.communes, change, parisDate(visit.now)));
    }
    await nameTerritory(visit, body.communes);
    return redirect(`${PATH}?enregistre=1`);
  },
});

async function territoryPage(
  { database }: SignedInVisit,
  shown: { saved?: boolean; corrections?: readonly Correction[]; typed?: string },
): Promise<Answer> {
  const { saved = false, corrections = [], typed } = shown;
  const { names, counts } = await database.read(async (reads) => ({
    names: await territoryCommunes(reads),
    counts: await residenceCounts(reads),
  }));
  const toCorrect = corrections.length > 0;
  return page(
    {
      title: words.title,
      section: "families",
      dense: true,
      toCorrect,
      before: <BackLink href="/agent/familles" label={words.families} />,
      flash: saved ? <Saved /> : <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <form method="post" action={PATH}>
            <FormToken />
            <TextArea
              name="communes"
              label={words.list}
              hint={words.listHint}
              value={typed ?? names.join("\n")}
              rows={12}
              maxLength={LONGEST_LIST}
              correction={corrections.find(({ field }) => field === "communes")?.message}
              optional
            />
            <Button>{words.save}</Button>
          </form>
          {names.length > 0 && <Counts counts={counts} />}
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}

function Saved() {
  return (
    <Notice tone="success" announce>
      <p>{words.saved}</p>
    </Notice>
  );
}

function Counts({ counts: { residents, others, elsewhere } }: { counts: ResidenceCounts }) {
  return (
    <section>
      <p>{words.counts(residents, others)}</p>
      {elsewhere.length > 0 && (
        <>
          <DataTable
            caption={words.elsewhere}
            rows={elsewhere}
            columns={[
              { header: words.commune, rowHeader: true, cell: ({ commune }) => commune || words.unknown },
              { header: words.households, numeric: true, cell: ({ households }) => households },
            ]}
          />
          <p class="hint">{words.elsewhereHint}</p>
        </>
      )}
    </section>
  );
}

/** An administrator names the communes whose inhabitants are residents. */
export const territoryRoutes = [showRoute, saveRoute];
