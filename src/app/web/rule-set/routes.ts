import { offerWriter, ruleSetFile, ruleSetVersions } from "#activities";
import type { SignedInVisit, Visit } from "#identity";
import { parisDate } from "#kernel";
import {
  formId,
  noInput,
  notFound,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type RawInput,
  type Route,
} from "#platform";
import { z } from "zod";

import { toldChanges } from "../../ruleset/changes-report.ts";
import { checkText } from "../../ruleset/check-text.ts";
import { exportRuleSet } from "../../ruleset/export-rule-set.ts";
import { applyRuleSet, changesNothing, previewRuleSet } from "../../ruleset/import-rule-set.ts";
import { writeText } from "../../ruleset/write-text.ts";
import { checkPage } from "./check-page.tsx";
import { ruleSetForm, typedRuleSet, type TypedRuleSet } from "./form.ts";
import { ruleSetPage } from "./page.tsx";
import { texts } from "./texts.fr.ts";

const YAML = "application/yaml; charset=utf-8";

/** GET /agent/reglement: the rule set to download, to take over, and those that were. */
const pageRoute = route({
  method: "GET",
  path: "/agent/reglement",
  access: offerWriter,
  input: z.object({ query: z.object({ enregistre: z.literal("1").optional().catch(undefined) }) }),
  answer: (visit, { query }) =>
    formAnswer(visit, { texte: "", du: parisDate(visit.now).toString() }, [], query.enregistre === "1"),
});

/** GET …/fichier.yaml: the rule set as it holds today. */
const fileRoute = route({
  method: "GET",
  path: "/agent/reglement/fichier.yaml",
  access: offerWriter,
  input: noInput,
  async answer({ authority, database, now }) {
    const on = parisDate(now);
    const ruleSet = await database.read((reads) => exportRuleSet(reads, { authority: authority.name, on }));
    return { kind: "file", name: texts.fileName(on.toString()), type: YAML, body: writeText(ruleSet) };
  },
});

/** GET …/versions/:version: a file that was taken over, as it was. */
const versionRoute = route({
  method: "GET",
  path: "/agent/reglement/versions/:version",
  access: offerWriter,
  input: z.object({ params: z.object({ version: formId<"ruleSetVersion">() }) }),
  async answer({ database }, { params: { version } }) {
    const found = await database.read((reads) => ruleSetFile(reads, version));
    if (found === undefined) return notFound;
    return { kind: "file", name: texts.fileName(version.slice(0, 8)), type: YAML, body: found.file };
  },
});

/** POST …/verifier: what the file would change, or why it cannot be; nothing stays. */
const checkRoute = route({
  method: "POST",
  path: "/agent/reglement/verifier",
  access: offerWriter,
  input: z.object({ body: ruleSetForm }),
  toCorrect: unreadable,
  answer: (visit, { body }) => checkAnswer(visit, { texte: body.texte, from: body.du }),
});

/** POST …/enregistrer: takes the file over from its day; sent twice, the second changes nothing. */
const saveRoute = route({
  method: "POST",
  path: "/agent/reglement/enregistrer",
  access: offerWriter,
  input: z.object({ body: ruleSetForm }),
  toCorrect: unreadable,
  async answer(visit, { body: { texte, du: from } }) {
    const { actor, authority, database, now, address } = visit;
    const { ruleSet } = checkText(texte);
    if (ruleSet === undefined || isPast(from, now)) return checkAnswer(visit, { texte, from });
    const request = { authorityId: authority.id, ruleSet, file: texte, from, by: actor.name, now };
    const entry = { at: now, accountId: actor.accountId, byLabel: actor.name, address };
    const applied = await applyRuleSet(database, {
      ...request,
      journal: (writes) =>
        writeJournal(writes, { ...entry, act: "rule-set.import", facts: { from: from.toString() } }),
    });
    if (!applied.ok) return checkAnswer(visit, { texte, from });
    return redirect("/agent/reglement?enregistre=1");
  },
});

async function checkAnswer(
  visit: SignedInVisit,
  { texte, from }: { texte: string; from: Temporal.PlainDate },
): Promise<Answer> {
  const { actor, authority, database, now } = visit;
  const typed = { texte, du: from.toString() };
  if (isPast(from, now)) return formAnswer(visit, typed, [{ field: "du", message: texts.toCorrect.past }]);
  const { ruleSet, findings } = checkText(texte);
  const shown = { typed, today: parisDate(now) };
  const refused = (all: typeof findings) =>
    page(checkPage({ ...shown, findings: all, changes: null, mayApply: false }), 422);
  if (ruleSet === undefined) return refused(findings);
  const request = { authorityId: authority.id, ruleSet, file: texte, from, by: actor.name, now };
  const preview = await previewRuleSet(database, request);
  if (!preview.ok) return refused(preview.refusal.map((finding) => ({ ...finding, line: 1 })));
  return page(
    checkPage({
      ...shown,
      findings,
      changes: toldChanges(preview.value, from),
      mayApply: !changesNothing(preview.value),
    }),
  );
}

function unreadable(visit: SignedInVisit, corrections: readonly Correction[], { body }: RawInput) {
  return formAnswer(visit, typedRuleSet.parse(body), corrections);
}

async function formAnswer(
  { database, now }: SignedInVisit,
  typed: TypedRuleSet,
  corrections: readonly Correction[],
  saved = false,
): Promise<Answer> {
  const versions = await database.read(ruleSetVersions);
  const content = ruleSetPage({ versions, typed, corrections, today: parisDate(now), saved });
  return page(content, corrections.length > 0 ? 422 : 200);
}

const isPast = (day: Temporal.PlainDate, now: Temporal.Instant): boolean =>
  Temporal.PlainDate.compare(day, parisDate(now)) < 0;

/** The rule set as a file, on agents' pages. */
export const ruleSetRoutes: readonly Route<Visit>[] = [
  pageRoute,
  fileRoute,
  versionRoute,
  checkRoute,
  saveRoute,
];
