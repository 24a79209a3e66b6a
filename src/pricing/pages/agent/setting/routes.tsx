import type { SignedInVisit } from "#identity";
import { capitalise, monthName, parisDate } from "#kernel";
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
  Radios,
  redirect,
  route,
  Select,
  TextField,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { settingWriter } from "../../../policy.ts";
import { changeQfSetting, qfSettingOn } from "../../../quotients/qf-setting.ts";
import type { QfSetting } from "../../../rules/qf/qf-setting.ts";
import { texts } from "../texts.fr.ts";

const PATH = "/agent/quotients/reglage";
const words = texts.setting;
const EFFECTS = { jour: "day", mois: "month", annee: "year" } as const;

const count = (most: number) =>
  formText(4).transform((text, context) => {
    const number = /^\d{1,3}$/.test(text) ? Number(text) : most + 1;
    if (number > most) context.addIssue({ code: "custom", message: words.badNumber });
    return number;
  });

const dayOfYear = formText(5).transform((text, context): QfSetting["expires"] => {
  if (text === "") return null;
  const [, day, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  try {
    // A leap year, so that 29 February may be written.
    const of = { year: 2024, month: Number(month), day: Number(day) };
    const read = Temporal.PlainDate.from(of, { overflow: "reject" });
    return { month: read.month, day: read.day };
  } catch {
    context.addIssue({ code: "custom", message: words.badDay });
    return z.NEVER;
  }
});

const tick = z
  .literal("1")
  .optional()
  .transform((value) => value !== undefined);

const settingForm = z.object({
  des: isoDate,
  effet: z.enum(["jour", "mois", "annee"]),
  annee: count(12).refine((month) => month > 0, words.badNumber),
  retroactif: tick,
  premier: tick,
  expire: dayOfYear,
  proche: count(364),
  prevenir: count(180),
  verifier: tick,
});

const typedShape = z.object({
  des: z.string().catch(""),
  effet: z.string().catch(""),
  annee: z.string().catch(""),
  retroactif: z.string().catch(""),
  premier: z.string().catch(""),
  expire: z.string().catch(""),
  proche: z.string().catch(""),
  prevenir: z.string().catch(""),
  verifier: z.string().catch(""),
});
type Typed = z.output<typeof typedShape>;

/** GET /agent/quotients/reglage: from when quotients count, until when, and whether an agent checks them. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: settingWriter,
  input: z.object({ query: z.object({ enregistre: z.literal("1").optional().catch(undefined) }) }),
  answer: (visit, { query }) => settingPage(visit, { saved: query.enregistre !== undefined }),
});

/** POST /agent/quotients/reglage: keeps it from its day on. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: settingWriter,
  input: z.object({ body: settingForm }),
  toCorrect: (visit, corrections, { body }) =>
    settingPage(visit, {
      corrections,
      typed: typedShape.parse(typeof body === "object" && body !== null ? body : {}),
    }),
  async answer(visit, { body }) {
    const setting: QfSetting = {
      validFrom: body.des,
      effect: EFFECTS[body.effet],
      yearStartMonth: body.annee,
      retroactive: body.retroactif,
      firstAtOnce: body.premier,
      expires: body.expire,
      expiresLeastDays: body.proche,
      warnDays: body.prevenir,
      verify: body.verifier,
    };
    if (Temporal.PlainDate.compare(body.des, parisDate(visit.now)) < 0) {
      return settingPage(visit, {
        corrections: [{ field: "des", message: words.past }],
        typed: typedOf(setting, body.des),
      });
    }
    await changeQfSetting(visit, setting);
    return redirect(`${PATH}?enregistre=1`);
  },
});

function typedOf(setting: QfSetting, from: Temporal.PlainDate): Typed {
  const { effect, yearStartMonth, retroactive, firstAtOnce, expires, verify } = setting;
  const two = (n: number) => String(n).padStart(2, "0");
  return {
    des: from.toString(),
    effet: effect === "day" ? "jour" : effect === "month" ? "mois" : "annee",
    annee: String(yearStartMonth),
    retroactif: retroactive ? "1" : "",
    premier: firstAtOnce ? "1" : "",
    expire: expires === null ? "" : `${two(expires.day)}/${two(expires.month)}`,
    proche: String(setting.expiresLeastDays),
    prevenir: String(setting.warnDays),
    verifier: verify ? "1" : "",
  };
}

async function settingPage(
  { database, now }: SignedInVisit,
  shown: { saved?: boolean; corrections?: readonly Correction[]; typed?: Typed },
): Promise<Answer> {
  const today = parisDate(now);
  const { saved = false, corrections = [] } = shown;
  const typed = shown.typed ?? typedOf(await database.read((reads) => qfSettingOn(reads, today)), today);
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  const toCorrect = corrections.length > 0;
  return page(
    {
      title: words.title,
      section: "quotients",
      dense: true,
      toCorrect,
      before: <BackLink href="/agent/quotients" label={words.back} />,
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
            <Radios
              name="effet"
              legend={words.effect}
              value={typed.effet}
              options={[
                { value: "jour", label: words.effects.day },
                { value: "mois", label: words.effects.month },
                { value: "annee", label: words.effects.year },
              ]}
              correction={correction("effet")}
            />
            <Select
              name="annee"
              label={words.yearStart}
              value={typed.annee}
              options={Array.from({ length: 12 }, (_, index) => ({
                value: String(index + 1),
                label: capitalise(monthName(index + 1)),
              }))}
              correction={correction("annee")}
            />
            <Tick name="retroactif" label={words.retroactive} typed={typed} />
            <Tick name="premier" label={words.firstAtOnce} typed={typed} />
            <TextField
              name="expire"
              label={words.expires}
              hint={words.expiresHint}
              value={typed.expire}
              width="short"
              correction={correction("expire")}
              optional
            />
            <TextField
              name="proche"
              label={words.least}
              value={typed.proche}
              inputmode="numeric"
              width="short"
              correction={correction("proche")}
            />
            <TextField
              name="prevenir"
              label={words.warn}
              value={typed.prevenir}
              inputmode="numeric"
              width="short"
              correction={correction("prevenir")}
            />
            <Tick name="verifier" label={words.verify} typed={typed} />
            <Button>{words.save}</Button>
          </form>
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}

function Tick({
  name,
  label,
  typed,
}: {
  name: "retroactif" | "premier" | "verifier";
  label: string;
  typed: Typed;
}) {
  return <Checkbox name={name} value="1" label={label} checked={typed[name] === "1"} />;
}

/** An administrator chooses from when quotients count, and until when. */
export const quotientSettingRoutes = [showRoute, saveRoute];
