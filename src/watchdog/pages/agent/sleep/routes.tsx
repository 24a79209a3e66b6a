import type { SignedInVisit } from "#identity";
import { capitalise, parisDate } from "#kernel";
import {
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  formText,
  FormToken,
  isoDate,
  notFound,
  page,
  redirect,
  route,
  TextField,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { readTopics } from "../../../alarms/read-topics.ts";
import { silence, wake } from "../../../alarms/silence.ts";
import { topicSentence } from "../../../alarms/texts.fr.ts";
import { maySilence, watchReader } from "../../../policy.ts";
import { slugOf, watchOf } from "../slugs.ts";
import { texts } from "../texts.fr.ts";

const words = texts.silence;
const PATH = "/agent/veille/:watch/sommeil";
const ofWatch = z.object({
  watch: z.string().transform((slug, context) => {
    const watch = watchOf(slug);
    if (watch !== undefined) return watch;
    context.addIssue({ code: "custom" });
    return z.NEVER;
  }),
});
const topicText = formText(120).pipe(z.string().min(1));
const typedShape = z.object({
  sujet: topicText.catch(""),
  jusquau: z.string().max(10).catch(""),
  raison: z.string().max(300).catch(""),
});
type Asked = z.output<typeof ofWatch> & { topic: string };
type Typed = Pick<z.output<typeof typedShape>, "jusquau" | "raison">;

/** GET …/sommeil?sujet=: which alarm, until when, why. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access: watchReader,
  input: z.object({ params: ofWatch, query: z.object({ sujet: topicText }) }),
  answer: (visit, { params: { watch }, query: { sujet } }) => formPage(visit, { watch, topic: sujet }),
});

/** POST …/sommeil: nothing more is told of it until the day is over. */
const silenceRoute = route({
  method: "POST",
  path: PATH,
  access: watchReader,
  input: z.object({
    params: ofWatch,
    body: z.object({
      sujet: topicText,
      jusquau: isoDate,
      raison: formText(300).pipe(z.string().min(1, words.noReason)),
    }),
  }),
  toCorrect(visit, corrections, { params, body }) {
    const { watch } = ofWatch.parse(params);
    const { sujet: topic, ...typed } = typedShape.parse(
      typeof body === "object" && body !== null ? body : {},
    );
    return formPage(visit, { watch, topic }, { typed, corrections });
  },
  async answer(visit, { params: { watch }, body: { sujet: topic, jusquau, raison } }) {
    const done = await silence(visit, { watch, topic }, { until: jusquau, reason: raison });
    if (done.ok) return redirect("/agent/veille?fait=sommeil");
    if (done.refusal.code === "unknown") return notFound;
    const typed = { jusquau: jusquau.toString(), raison };
    return formPage(
      visit,
      { watch, topic },
      { typed, corrections: [{ field: "jusquau", message: words.badDays }] },
    );
  },
});

/** POST …/reveil: it is told again. */
const wakeRoute = route({
  method: "POST",
  path: "/agent/veille/:watch/reveil",
  access: watchReader,
  input: z.object({ params: ofWatch, body: z.object({ sujet: topicText }) }),
  toCorrect: () => Promise.resolve(notFound),
  async answer(visit, { params: { watch }, body: { sujet: topic } }) {
    const done = await wake(visit, { watch, topic });
    return done.ok ? redirect("/agent/veille?fait=reveil") : notFound;
  },
});

async function formPage(
  { actor, database, now }: SignedInVisit,
  { watch, topic }: Asked,
  { typed, corrections = [] }: { typed?: Typed; corrections?: readonly Correction[] } = {},
): Promise<Answer> {
  const today = parisDate(now);
  const topics = await database.read((reads) => readTopics(reads, actor, today));
  const found = topics.find((one) => one.watch === watch && one.topic === topic);
  if (found === undefined || !maySilence(actor, watch, found.siteId)) return notFound;
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  const toCorrect = corrections.length > 0;
  return page(
    {
      title: words.title,
      section: "watch",
      dense: true,
      toCorrect,
      before: <BackLink href="/agent/veille" label={words.back} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{words.title}</h1>
          <p>
            <strong>{capitalise(topicSentence(found))}</strong>
          </p>
          <p>{words.lead}</p>
          <form method="post" action={`/agent/veille/${slugOf(watch)}/sommeil`}>
            <FormToken />
            <input type="hidden" name="sujet" value={topic} />
            <DateField
              name="jusquau"
              label={words.until}
              hint={words.untilHint}
              value={typed?.jusquau ?? today.add({ days: 7 }).toString()}
              min={today.toString()}
              correction={correction("jusquau")}
            />
            <TextField
              name="raison"
              label={words.reason}
              hint={words.reasonHint}
              value={typed?.raison ?? ""}
              correction={correction("raison")}
            />
            <Button>{words.submit}</Button>
          </form>
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}

/** An agent puts an alarm to sleep until a date, and wakes it. */
export const sleepRoutes = [formRoute, silenceRoute, wakeRoute];
