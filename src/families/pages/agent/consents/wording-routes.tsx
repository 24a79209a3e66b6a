import { agentEverywhere, type SignedInVisit } from "#identity";
import { formatShortDate, parisDate } from "#kernel";
import {
  Button,
  Card,
  Checkbox,
  Details,
  ErrorSummary,
  firstValue,
  formId,
  formReader,
  FormToken,
  formValues,
  notFound,
  Notice,
  page,
  redirect,
  route,
  SummaryList,
  TextArea,
  TextField,
  type Answer,
  type Correction,
  type Values,
} from "#platform";
import { z } from "zod";

import { consentSubjects, type ConsentSubject } from "../../../consents/consents.ts";
import { consentCounts, rewriteConsent, type ConsentCount } from "../../../consents/wordings.ts";
import { texts } from "./texts.fr.ts";

const LONGEST = { label: 100, body: 2_000 };
const words = texts.wordings;

/** GET /agent/accords and POST /agent/accords/:subject: what families agree to, in which words. */
export const wordingRoutes = [
  route({
    method: "GET",
    path: "/agent/accords",
    access: agentEverywhere("settings.write"),
    input: z.object({ query: z.object({ fait: z.literal("1").optional().catch(undefined) }) }),
    answer: (visit, { query }) => show(visit, { saved: query.fait === "1" }),
  }),
  route({
    method: "POST",
    path: "/agent/accords/:subject",
    access: agentEverywhere("settings.write"),
    input: z.object({ params: z.object({ subject: formId<"consent-subject">() }), body: formValues }),
    async answer(visit, { params: { subject }, body }) {
      const read = formReader(body);
      const label = read.named("titre", LONGEST.label, words.noLabel);
      const text = read.named("texte", LONGEST.body, words.noBody).replaceAll(/\r\n?/g, "\n");
      const after = read.count("version", { least: 1, most: 1_000_000 });
      const again = (corrections: readonly Correction[]) =>
        show(visit, { saved: false, typed: { subject, body, corrections } });
      if (after === undefined || read.corrections.length > 0) return again(read.corrections);
      const asks = firstValue(body, "redemander") === "1";
      const done = await rewriteConsent(visit, { subjectId: subject, after, label, body: text, asks });
      if (done.ok) return redirect("/agent/accords?fait=1");
      if (done.refusal.code === "unknown") return notFound;
      return again([{ field: "texte", message: words.changed }]);
    },
  }),
];

interface Shown {
  saved: boolean;
  typed?: { subject: string; body: Values; corrections: readonly Correction[] };
}

async function show({ database }: SignedInVisit, { saved, typed }: Shown): Promise<Answer> {
  const { subjects, counts } = await database.read(async (reads) => ({
    subjects: await consentSubjects(reads),
    counts: await consentCounts(reads),
  }));
  if (typed !== undefined && !subjects.some(({ subjectId }) => subjectId === typed.subject)) return notFound;
  const corrections = typed?.corrections ?? [];
  return page(
    {
      title: words.title,
      section: "settings",
      dense: true,
      toCorrect: corrections.length > 0,
      flash: (
        <>
          <ErrorSummary items={corrections} />
          {saved && <Notice tone="success" title={words.saved} announce />}
        </>
      ),
      main: (
        <>
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
          {subjects.map((subject) => (
            <Subject
              subject={subject}
              count={counts.find(({ subjectId }) => subjectId === subject.subjectId)}
              typed={typed?.subject === subject.subjectId ? typed : undefined}
            />
          ))}
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

function Subject(props: { subject: ConsentSubject; count: ConsentCount | undefined; typed: Shown["typed"] }) {
  const { subject, count, typed } = props;
  const { subjectId, number, label, body, writtenAt, writtenBy } = subject;
  const correction = (field: string) => typed?.corrections.find((one) => one.field === field)?.message;
  const value = (field: string, kept: string) => (typed === undefined ? kept : firstValue(typed.body, field));
  return (
    <Card title={label}>
      <p>{body}</p>
      <p class="soft">{words.written(number, formatShortDate(parisDate(writtenAt)), writtenBy)}</p>
      <SummaryList
        facts={(["holding", "refused", "older"] as const).map((one) => ({
          term: words.counts[one],
          value: String(count?.[one] ?? 0),
        }))}
      />
      <Details summary={words.change} open={typed !== undefined}>
        <form method="post" action={`/agent/accords/${subjectId}`}>
          <FormToken />
          <input type="hidden" name="version" value={String(number)} />
          <TextField
            name="titre"
            id={typed === undefined ? `titre-${subjectId}` : "titre"}
            label={words.label}
            value={value("titre", label)}
            maxLength={LONGEST.label}
            correction={correction("titre")}
          />
          <TextArea
            name="texte"
            id={typed === undefined ? `texte-${subjectId}` : "texte"}
            label={words.body}
            value={value("texte", body)}
            maxLength={LONGEST.body}
            correction={correction("texte")}
          />
          <Checkbox name="redemander" value="1" label={words.asks} hint={words.asksHint} checked />
          <Button>{words.save}</Button>
        </form>
      </Details>
    </Card>
  );
}
