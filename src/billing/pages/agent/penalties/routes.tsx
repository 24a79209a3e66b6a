import type { SignedInVisit, Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  formId,
  formList,
  formText,
  isoMonth,
  notFound,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import type { OwedCharges } from "../../../owed/owed-charges.ts";
import { householdPenalties } from "../../../penalties/household-penalties.ts";
import { waivePenalties } from "../../../penalties/waive-penalties.ts";
import { billingReader, mayWaivePenalties, penaltyWaiver } from "../../../policy.ts";
import { LONGEST_WAIVER } from "../runs/limits.ts";
import { penaltiesPage } from "./penalties-page.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/familles/:household/penalites";
/** More penalties than a month has. */
const MOST = 200;
const params = z.object({ household: formId<"household">() });

/** GET /agent/familles/:household/penalites?mois=: the penalties of a month, those that are let off among them. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: billingReader,
  input: z.object({
    params,
    query: z.object({
      mois: isoMonth.optional().catch(undefined),
      fait: z.literal("1").optional().catch(undefined),
    }),
  }),
  answer: (visit, { params: { household }, query: { mois, fait } }) =>
    show(visit, household, mois ?? currentMonth(visit), { done: fait !== undefined }),
});

/** POST …/penalites: lets some of them off, with the reason that the family reads. */
const waiveRoute = (owed: OwedCharges) =>
  route({
    method: "POST",
    path: PATH,
    access: penaltyWaiver,
    input: z.object({
      params,
      body: z.object({
        mois: isoMonth,
        penalite: formList(formText(200), MOST).refine((names) => names.length > 0, texts.waive.choose),
        raison: formText(LONGEST_WAIVER).refine((text) => text !== "", texts.waive.missing),
      }),
    }),
    async toCorrect(visit, corrections, { params: asked, body }) {
      const parsed = params.safeParse(asked);
      if (!parsed.success) return notFound;
      const typed = z
        .object({ mois: isoMonth.optional().catch(undefined), raison: z.string().catch("") })
        .parse(body ?? {});
      const { household } = parsed.data;
      return show(visit, household, typed.mois ?? currentMonth(visit), { corrections, reason: typed.raison });
    },
    async answer(visit, { params: { household }, body: { mois: month, penalite: chosen, raison: reason } }) {
      const done = await waivePenalties(visit, owed, { household, month, chosen, reason });
      if (done.ok) return redirect(`/agent/familles/${household}/penalites?mois=${month.toString()}&fait=1`);
      const message = done.refusal.code === "drafting" ? texts.drafting : texts.unknown;
      return show(visit, household, month, { corrections: [{ field: "penalite", message }], reason });
    },
  });

/** Agents read the penalties of a family, and let them off. */
export const penaltyRoutes = (owed: OwedCharges): readonly Route<Visit>[] => [showRoute, waiveRoute(owed)];

const currentMonth = ({ now }: SignedInVisit) => parisDate(now).toPlainYearMonth();

function show(
  visit: SignedInVisit,
  household: Id<"household">,
  month: Temporal.PlainYearMonth,
  told: { done?: boolean; reason?: string; corrections?: readonly Correction[] },
): Promise<Answer> {
  const { actor, database, now, address } = visit;
  const { done = false, reason = "", corrections = [] } = told;
  return database.write(async (writes) => {
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.account-read",
      objectKind: "household",
      objectId: household,
      householdId: household,
      address,
    });
    const penalties = await householdPenalties(writes, month, household);
    const mayWaive = mayWaivePenalties(actor);
    const view = { household, month, penalties, mayWaive, done, reason, corrections };
    return page(penaltiesPage(view), corrections.length > 0 ? 422 : 200);
  });
}
