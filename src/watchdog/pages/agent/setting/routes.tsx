import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
  DateField,
  ErrorSummary,
  formText,
  FormToken,
  isoDate,
  Notice,
  page,
  redirect,
  route,
  TextField,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { ruleWriter } from "../../../policy.ts";
import { WATCH_LIMITS, type WatchRule } from "../../../rules/watch-rule.ts";
import { changeWatchRule } from "../../../setting/change-watch-rule.ts";
import { watchRuleOn } from "../../../setting/watch-rule-on.ts";
import { texts } from "../texts.fr.ts";

const PATH = "/agent/veille/reglage";
const words = texts.setting;

/** A whole number between two; null where nothing is written. */
const threshold = ({ least, most }: { least: number; most: number }) =>
  formText(6).transform((text, context) => {
    if (text === "") return null;
    const number = /^\d{1,5}$/.test(text) ? Number(text) : least - 1;
    if (number < least || number > most) {
      context.addIssue({ code: "custom", message: words.number(least, most) });
    }
    return number;
  });

const ruleForm = z
  .object({
    des: isoDate,
    pointage: threshold(WATCH_LIMITS.unpointedAfterDays),
    mois: threshold(WATCH_LIMITS.unissuedFromDay),
    presences: z
      .literal("1")
      .optional()
      .transform((value) => value !== undefined),
    pourcent: threshold(WATCH_LIMITS.jumpPercent),
    euros: threshold(WATCH_LIMITS.jumpEuros),
    quotient: threshold(WATCH_LIMITS.quotientDays),
  })
  .refine(({ pourcent, euros }) => (pourcent === null) === (euros === null), {
    message: words.both,
    path: ["pourcent"],
  });

const text = z.string().max(10).catch("");
const typedShape = z.object({
  des: text,
  pointage: text,
  mois: text,
  presences: text,
  pourcent: text,
  euros: text,
  quotient: text,
});
type Typed = z.output<typeof typedShape>;

/** GET /agent/veille/reglage: what is watched, and how soon it is told. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: ruleWriter,
  input: z.object({ query: z.object({ enregistre: z.literal("1").optional().catch(undefined) }) }),
  answer: (visit, { query }) => rulePage(visit, { saved: query.enregistre !== undefined }),
});

/** POST /agent/veille/reglage: keeps it from its day on. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: ruleWriter,
  input: z.object({ body: ruleForm }),
  toCorrect: (visit, corrections, { body }) =>
    rulePage(visit, {
      corrections,
      typed: typedShape.parse(typeof body === "object" && body !== null ? body : {}),
    }),
  async answer(visit, { body }) {
    const rule: WatchRule = {
      unpointedAfterDays: body.pointage,
      unbilled: body.presences,
      unissuedFromDay: body.mois,
      jump:
        body.pourcent === null || body.euros === null
          ? null
          : { percent: body.pourcent, cents: body.euros * 100 },
      quotientDays: body.quotient,
    };
    if (Temporal.PlainDate.compare(body.des, parisDate(visit.now)) < 0) {
      return rulePage(visit, {
        corrections: [{ field: "des", message: words.past }],
        typed: typedOf(rule, body.des),
      });
    }
    await changeWatchRule(visit, { from: body.des, rule });
    return redirect(`${PATH}?enregistre=1`);
  },
});

function typedOf(rule: WatchRule, from: Temporal.PlainDate): Typed {
  const shown = (number: number | null | undefined) =>
    number === null || number === undefined ? "" : String(number);
  return {
    des: from.toString(),
    pointage: shown(rule.unpointedAfterDays),
    mois: shown(rule.unissuedFromDay),
    presences: rule.unbilled ? "1" : "",
    pourcent: shown(rule.jump?.percent),
    euros: shown(rule.jump === null ? null : Math.round(rule.jump.cents / 100)),
    quotient: shown(rule.quotientDays),
  };
}

async function rulePage(
  { database, now }: SignedInVisit,
  shown: { saved?: boolean; corrections?: readonly Correction[]; typed?: Typed },
): Promise<Answer> {
  const today = parisDate(now);
  const { saved = false, corrections = [] } = shown;
  const typed = shown.typed ?? typedOf(await database.read((reads) => watchRuleOn(reads, today)), today);
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  const toCorrect = corrections.length > 0;
  const fields = [
    ["pointage", words.unpointed, words.unpointedHint],
    ["mois", words.unissued, words.unissuedHint],
    ["pourcent", words.percent, words.percentHint],
    ["euros", words.euros, words.eurosHint],
    ["quotient", words.quotient, words.quotientHint],
  ] as const;
  return page(
    {
      title: words.title,
      section: "watch",
      dense: true,
      toCorrect,
      before: <BackLink href="/agent/veille" label={texts.title} />,
      flash: saved ? (
        <Notice tone="success" title={words.saved} announce />
      ) : (
        <ErrorSummary items={corrections} />
      ),
      main: (
        <>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <form method="post" action={PATH}>
            <FormToken />
            <DateField name="des" label={words.from} value={typed.des} correction={correction("des")} />
            <Checkbox name="presences" value="1" label={words.unbilled} checked={typed.presences === "1"} />
            {fields.map(([name, label, hint]) => (
              <TextField
                name={name}
                label={label}
                hint={hint}
                value={typed[name]}
                inputmode="numeric"
                width="short"
                correction={correction(name)}
                optional
              />
            ))}
            <Button>{words.save}</Button>
          </form>
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}

/** An administrator chooses what is watched, and how soon. */
export const ruleRoutes = [showRoute, saveRoute];
