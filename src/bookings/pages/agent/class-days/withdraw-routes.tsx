import { agentWith, type SignedInVisit, type Visit } from "#identity";
import type { Id } from "#kernel";
import {
  BackLink,
  Button,
  Card,
  ErrorSummary,
  formId,
  formText,
  FormToken,
  notFound,
  page,
  redirect,
  refusal,
  route,
  TextField,
  type Answer,
  type Correction,
  type Page,
  type Route,
} from "#platform";
import { z } from "zod";

import { SAY } from "../../../class-days/policy.ts";
import {
  previewWithdrawal,
  withdrawClassDay,
  type Withdrawal,
  type WithdrawRefusal,
} from "../../../class-days/withdraw-class-day.ts";
import { LONGEST_MESSAGE } from "./class-form.ts";
import { texts } from "./texts.fr.ts";

const access = agentWith(SAY);
const params = z.object({ said: formId<"classDay">() });
const body = z.object({
  message: formText(LONGEST_MESSAGE).refine((text) => text !== "", texts.withdraw.missing),
});

/** GET …/retirer: what taking it back will do. */
const askRoute = route({
  method: "GET",
  path: "/agent/classes/:said/retirer",
  access,
  input: z.object({ params }),
  answer: (visit, { params: { said } }) => ask(visit, said, []),
});

/** POST …/retirer: takes it back; a second click finds it so, and reads the same. */
const withdrawRoute = route({
  method: "POST",
  path: "/agent/classes/:said/retirer",
  access,
  input: z.object({ params, body }),
  async toCorrect(visit, corrections, raw) {
    const asked = params.safeParse(raw.params);
    return asked.success ? ask(visit, asked.data.said, corrections) : notFound;
  },
  async answer(visit, { params: { said }, body: { message } }) {
    const withdrawn = await withdrawClassDay(visit, said, message);
    return withdrawn.ok ? redirect(`/agent/classes?faite=${said}`) : refused(withdrawn.refusal);
  },
});

async function ask(
  visit: SignedInVisit,
  id: Id<"classDay">,
  corrections: readonly Correction[],
): Promise<Answer> {
  const preview = await visit.database.read((reads) => previewWithdrawal(reads, visit, id));
  if (!preview.ok) return refused(preview.refusal);
  if (preview.value.said.withdrawn !== null) return redirect(`/agent/classes?faite=${id}`);
  return page(withdrawPage(preview.value, corrections), corrections.length > 0 ? 422 : 200);
}

function refused({ code }: WithdrawRefusal): Answer {
  if (code === "unknown") return notFound;
  const { title, sentence } = texts.withdraw.over;
  const next = { label: texts.back, href: "/agent/classes" };
  return refusal({ status: 409, title, sentences: [sentence], next });
}

function withdrawPage({ said, places }: Withdrawal, corrections: readonly Correction[]): Page {
  const words = texts.withdraw;
  const title = words.title(texts.classOf(said), said);
  const count = places.reduce((sum, { lines }) => sum + lines.length, 0);
  return {
    title,
    section: "class-days",
    dense: true,
    toCorrect: corrections.length > 0,
    ...(corrections.length > 0 ? { flash: <ErrorSummary items={corrections} /> } : {}),
    before: <BackLink href="/agent/classes" label={texts.back} />,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        <Card title={words.what}>
          <p>{words.said(said.by, said.message)}</p>
          <ul>
            {said.kind === "teacher_absent" && <li>{words.deadlines}</li>}
            {said.kind === "away" && (
              <li>{count === 0 ? words.nothing : words.restored(count, places.length)}</li>
            )}
            {count > 0 && <li>{words.giveBack}</li>}
            {said.kind === "away" && <li>{words.bookable}</li>}
            <li>{words.told}</li>
          </ul>
        </Card>
        <form method="post" action={`/agent/classes/${said.id}/retirer`}>
          <FormToken />
          <TextField
            name="message"
            label={words.because}
            hint={words.becauseHint}
            maxLength={LONGEST_MESSAGE}
            correction={corrections.find(({ field }) => field === "message")?.message}
          />
          <Button>{words.submit}</Button>
        </form>
      </>
    ),
  };
}

/** An agent takes back what was said of a class. */
export const withdrawRoutes: readonly Route<Visit>[] = [askRoute, withdrawRoute];
