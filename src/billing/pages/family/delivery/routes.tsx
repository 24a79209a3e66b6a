import { guardian, type GuardianVisit, type Visit } from "#identity";
import { parisDate } from "#kernel";
import {
  BackLink,
  ErrorSummary,
  formId,
  Notice,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { chooseDelivery, deliveriesOf } from "../../../delivery/delivery.ts";
import { DeliveryChoice } from "../../shared/delivery-choice.tsx";
import { texts } from "../../shared/delivery-texts.fr.ts";

const PATH = "/factures/envoi";

/** GET /factures/envoi: how each household gets its invoices. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: guardian,
  input: z.object({ query: z.object({ fait: z.literal("1").optional().catch(undefined) }) }),
  answer: (visit, { query }) => show(visit, { done: query.fait !== undefined }),
});

/** POST /factures/envoi: from tomorrow on. */
const chooseRoute = route({
  method: "POST",
  path: PATH,
  access: guardian,
  input: z.object({
    body: z.object({
      foyer: formId<"household">(),
      envoi: z.enum(["paperless", "paper"], texts.choose),
    }),
  }),
  toCorrect: (visit, corrections) => show(visit, { corrections }),
  async answer(visit, { body: { foyer, envoi } }) {
    if (!visit.actor.guardian.householdIds.includes(foyer)) return notFound;
    await chooseDelivery(visit, { householdId: foyer, delivery: envoi });
    return redirect(`${PATH}?fait=1`);
  },
});

async function show(
  { actor, database, now }: GuardianVisit,
  { done = false, corrections = [] }: { done?: boolean; corrections?: readonly Correction[] },
): Promise<Answer> {
  const today = parisDate(now);
  const households = await database.read((reads) => deliveriesOf(reads, actor.guardian.householdIds, today));
  const toCorrect = corrections.length > 0;
  return page(
    {
      title: texts.title,
      section: "invoices",
      toCorrect,
      before: <BackLink href="/factures" label={texts.back} />,
      flash: (
        <>
          {done && (
            <Notice tone="success" announce>
              <p>{texts.done}</p>
            </Notice>
          )}
          <ErrorSummary items={corrections} />
        </>
      ),
      main: (
        <>
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <p>{texts.effect(today.add({ days: 1 }))}</p>
          {households.map((household) => (
            <DeliveryChoice action={PATH} household={household} correction={corrections[0]?.message} />
          ))}
        </>
      ),
    },
    toCorrect ? 422 : 200,
  );
}

/** Paper or paperless: the family says. */
export const deliveryRoutes: readonly Route<Visit>[] = [showRoute, chooseRoute];
