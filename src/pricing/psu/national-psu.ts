import { readFileSync } from "node:fs";
import { join } from "node:path";

import { projectRoot } from "#platform";
import { parse } from "yaml";
import { z } from "zod";

import type { PsuTables } from "../rules/psu/psu-tables.ts";

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const decimal = z.string().regex(/^\d+\.\d+$/);
const dated = {
  from: day,
  until: day.optional().transform((last) => last ?? null),
  evidence: z.enum(["C", "G"]),
};
const limitKind = z.enum(["floor", "ceiling"]);

const psuFile = z.strictObject({
  rates: z.array(
    z.strictObject({
      ...dated,
      care: z.enum(["collective", "family"]),
      children: z.array(
        z.strictObject({
          from: z.int(),
          to: z
            .int()
            .optional()
            .transform((last) => last ?? null),
          percent: decimal,
        }),
      ),
    }),
  ),
  floors: z.array(z.strictObject({ ...dated, euros: decimal })),
  ceilings: z.array(z.strictObject({ ...dated, euros: decimal })),
  cases: z.strictObject({ nil: limitKind, placed: limitKind, noProof: limitKind, notGiven: limitKind }),
});

let known: PsuTables | undefined;

/** The national scale, as reference/psu.yaml has it; read once. */
export function nationalPsu(): PsuTables {
  known ??= psuFile.parse(parse(readFileSync(join(projectRoot, "reference", "psu.yaml"), "utf8")));
  return known;
}
