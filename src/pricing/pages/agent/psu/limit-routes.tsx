import type { SignedInVisit } from "#identity";
import { formatShortDate, parisDate } from "#kernel";
import {
  BackLink,
  Button,
  Checkbox,
  DataTable,
  DateField,
  ErrorSummary,
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

import { settingWriter } from "../../../policy.ts";
import { ownLimits, psuTablesWith, writeLimit } from "../../../psu/psu-limits.ts";
import type { Limit, PsuTables } from "../../../rules/psu/psu-tables.ts";
import { euros } from "../../../rules/tariff/words.fr.ts";
import { decimal } from "../../shared/income-form.ts";
import { texts as common } from "../texts.fr.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/quotients/bareme-psu";
const words = texts.limits;
/** More than any month's resources that a column of whole cents holds. */
const MOST_CENTS = 20_000_000;

const amount = decimal(words.badAmount).transform((cents, context): number => {
  if (cents !== null && cents > 0 && cents <= MOST_CENTS) return cents;
  context.addIssue({ code: "custom", message: words.badAmount });
  return z.NEVER;
});

const typedShape = z.object({
  des: z.string().catch(""),
  plancher: z.string().catch(""),
  plafond: z.string().catch(""),
  "au-dessus": z.string().catch(""),
});
type Typed = z.output<typeof typedShape>;

/** GET /agent/quotients/bareme-psu: the floors and ceilings that are known, with their source. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: settingWriter,
  input: z.object({ query: z.object({ enregistre: z.literal("1").optional().catch(undefined) }) }),
  answer: (visit, { query }) => limitsPage(visit, { saved: query.enregistre !== undefined }),
});

/** POST /agent/quotients/bareme-psu: keeps the next ones. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: settingWriter,
  input: z.object({
    body: z
      .object({ des: isoDate, plancher: amount, plafond: amount, "au-dessus": z.literal("1").optional() })
      .refine(({ plancher, plafond }) => plancher <= plafond, {
        path: ["plafond"],
        message: words.ceilingBelow,
      }),
  }),
  toCorrect: (visit, corrections, { body }) =>
    limitsPage(visit, {
      corrections,
      typed: typedShape.parse(typeof body === "object" && body !== null ? body : {}),
    }),
  async answer(visit, { body }) {
    await writeLimit(visit, {
      firstDay: body.des,
      floorCents: body.plancher,
      ceilingCents: body.plafond,
      aboveCeiling: body["au-dessus"] !== undefined,
    });
    return redirect(`${PATH}?enregistre=1`);
  },
});

async function limitsPage(
  { database, now }: SignedInVisit,
  shown: { saved?: boolean; corrections?: readonly Correction[]; typed?: Typed },
): Promise<Answer> {
  const { saved = false, corrections = [] } = shown;
  const tables = psuTablesWith(await database.read((reads) => ownLimits(reads)));
  const typed = shown.typed ?? typedShape.parse({ des: parisDate(now).toString() });
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  const toCorrect = corrections.length > 0;
  const number = (name: "plancher" | "plafond", label: string) => (
    <TextField
      name={name}
      label={label}
      value={typed[name]}
      inputmode="decimal"
      width="short"
      correction={correction(name)}
    />
  );
  return page(
    {
      title: words.title,
      section: "quotients",
      dense: true,
      toCorrect,
      before: <BackLink href="/agent/quotients" label={common.setting.back} />,
      flash: saved ? (
        <Notice tone="success" title={words.saved} announce />
      ) : (
        <ErrorSummary items={corrections} />
      ),
      main: (
        <>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <Known tables={tables} />
          <form method="post" action={PATH}>
            <FormToken />
            <DateField name="des" label={words.from} value={typed.des} correction={correction("des")} />
            {number("plancher", words.floor)}
            {number("plafond", words.ceiling)}
            <Checkbox name="au-dessus" value="1" label={words.above} checked={typed["au-dessus"] === "1"} />
            <Button>{words.save}</Button>
          </form>
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}

function Known({ tables: { floors, ceilings } }: { tables: PsuTables }) {
  const named = (kind: string) => (limit: Limit) => ({ kind, ...limit });
  const rows = [...floors.map(named(words.floorWord)), ...ceilings.map(named(words.ceilingWord))].toSorted(
    (a, b) => Temporal.PlainDate.compare(b.from, a.from),
  );
  return (
    <DataTable
      caption={words.known}
      rows={rows}
      columns={[
        {
          header: words.days,
          rowHeader: true,
          cell: ({ from, until }) =>
            until === null
              ? `${words.from} ${formatShortDate(from)}`
              : `${formatShortDate(from)} – ${formatShortDate(until)}`,
        },
        { header: words.kind, cell: ({ kind }) => kind },
        { header: words.amount, numeric: true, cell: ({ euros: value }) => euros(value) },
        { header: words.source, cell: ({ evidence }) => words.sources[evidence] },
      ]}
    />
  );
}

/** An administrator writes the floor and the ceiling that the CAF has published. */
export const limitRoutes = [showRoute, saveRoute];
