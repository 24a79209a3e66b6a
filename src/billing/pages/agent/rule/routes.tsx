import type { SignedInVisit, Visit } from "#identity";
import { parisDate } from "#kernel";
import { page, redirect, route, type Answer, type Correction, type Route } from "#platform";
import { z } from "zod";

import { billingWriter } from "../../../policy.ts";
import { changeRule, rulesByDay } from "../../../run/change-rule.ts";
import { ruleOn } from "../../../run/rule.ts";
import { ruleForm, ruleOf, typedOf, typedShape, type Typed } from "./rule-form.ts";
import { rulePage } from "./rule-page.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/facturation/reglages";

/** GET …/reglages: how the authority bills, from which day on. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: billingWriter,
  input: z.object({ query: z.object({ enregistre: z.literal("1").optional().catch(undefined) }) }),
  answer: (visit, { query }) => show(visit, { saved: query.enregistre !== undefined }),
});

/** POST …/reglages: keeps it from its day on. */
const saveRoute = route({
  method: "POST",
  path: PATH,
  access: billingWriter,
  input: z.object({ body: ruleForm }),
  toCorrect: (visit, corrections, { body }) => show(visit, { corrections, typed: typed(body) }),
  async answer(visit, { body }) {
    const rule = ruleOf(body);
    const changed = await changeRule(visit, { from: body.des, rule });
    if (changed.ok) return redirect(`${PATH}?enregistre=1`);
    return show(visit, {
      corrections: [{ field: "des", message: texts.past }],
      typed: typedOf(rule, body.des),
    });
  },
});

const typed = (body: unknown): Typed =>
  typedShape.parse(typeof body === "object" && body !== null ? body : {});

async function show(
  { database, now }: SignedInVisit,
  { saved = false, ...told }: { saved?: boolean; corrections?: readonly Correction[]; typed?: Typed },
): Promise<Answer> {
  const today = parisDate(now);
  const [rules, current] = await database.read(async (reads) => [
    await rulesByDay(reads),
    await ruleOn(reads, today),
  ]);
  const corrections = told.corrections ?? [];
  const form = told.typed ?? typedOf(current, today);
  return page(
    rulePage({ rules, today, typed: form, corrections, saved }),
    corrections.length > 0 ? 422 : 200,
  );
}

/** How the authority bills. */
export const ruleRoutes: readonly Route<Visit>[] = [showRoute, saveRoute];
