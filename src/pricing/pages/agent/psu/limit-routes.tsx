import { datedSettingRoutes } from "#identity";
import { formatShortDate, typedEuros } from "#kernel";
import { Checkbox, DataTable, isoDate, TextField } from "#platform";
import { z } from "zod";

import { settingWriter } from "../../../policy.ts";
import { ownLimits, psuTablesWith, writeLimit, type OwnLimit } from "../../../psu/psu-limits.ts";
import type { Limit, PsuTables } from "../../../rules/psu/psu-tables.ts";
import { euros } from "../../../rules/tariff/words.fr.ts";
import { decimal } from "../../shared/income-form.ts";
import { texts as common } from "../texts.fr.ts";
import { texts } from "./texts.fr.ts";

const words = texts.limits;
/** More than any month's resources that a column of whole cents holds. */
const MOST_CENTS = 20_000_000;

const amount = decimal(words.badAmount).transform((cents, context): number => {
  if (cents !== null && cents > 0 && cents <= MOST_CENTS) return cents;
  context.addIssue({ code: "custom", message: words.badAmount });
  return z.NEVER;
});

const limitForm = z
  .object({ des: isoDate, plancher: amount, plafond: amount, "au-dessus": z.literal("1").optional() })
  .refine(({ plancher, plafond }) => plancher <= plafond, { path: ["plafond"], message: words.ceilingBelow });

/** /agent/quotients/bareme-psu: an administrator writes the floor and the ceiling that the CAF has published. */
export const limitRoutes = datedSettingRoutes({
  path: "/agent/quotients/bareme-psu",
  access: settingWriter,
  section: "quotients",
  back: { href: "/agent/quotients", label: common.setting.back },
  words,
  form: limitForm,
  settingOf: (form): OwnLimit => ({
    firstDay: form.des,
    floorCents: form.plancher,
    ceilingCents: form.plafond,
    aboveCeiling: form["au-dessus"] !== undefined,
  }),
  typedOf: ({ floorCents, ceilingCents, aboveCeiling }) => ({
    plancher: typedEuros(floorCents),
    plafond: typedEuros(ceilingCents),
    "au-dessus": aboveCeiling ? "1" : "",
  }),
  change: (visit, _from, limit) => writeLimit(visit, limit),
  above: async (reads) => <Known tables={psuTablesWith(await ownLimits(reads))} />,
  fields: ({ typed, correction }) => (
    <>
      {(["plancher", "plafond"] as const).map((name) => (
        <TextField
          name={name}
          label={name === "plancher" ? words.floor : words.ceiling}
          value={typed(name)}
          inputmode="decimal"
          width="short"
          correction={correction(name)}
        />
      ))}
      <Checkbox name="au-dessus" value="1" label={words.above} checked={typed("au-dessus") === "1"} />
    </>
  ),
});

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
