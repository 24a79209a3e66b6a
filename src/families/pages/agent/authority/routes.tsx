import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import {
  BackLink,
  Button,
  ErrorSummary,
  formId,
  formText,
  FormToken,
  notFound,
  page,
  redirect,
  route,
  Select,
  TextField,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { familiesWriter } from "../../../policy.ts";
import { restoreAuthority } from "../../../withheld-authority/restore-authority.ts";
import {
  withholdAuthority,
  withholdRefusal,
  type WithholdRefusal,
} from "../../../withheld-authority/withhold-authority.ts";
import { childOptions, filePeople } from "../file-people.ts";
import { texts } from "../texts.fr.ts";
import { confirmPage, type AuthorityChange } from "./confirm-page.tsx";

const PATH = "/agent/familles/:household/autorite";
const LONGEST_REASON = 300;
const words = texts.authority;
const ofHousehold = z.object({ household: formId<"household">() });
const adultAndChild = { adulte: formId<"guardian">(), enfant: formId<"participant">() };

/** Sent by the page that says what changes. */
const confirmed = { confirme: z.literal("oui").optional() };

const typedForm = z
  .object({ adulte: z.string().catch(""), enfant: z.string().catch(""), raison: z.string().catch("") })
  .catch({ adulte: "", enfant: "", raison: "" });

/** GET …/autorite: the form that says that an adult of the household may not act for a child. */
const formRoute = route({
  method: "GET",
  path: PATH,
  access: familiesWriter,
  input: z.object({ params: ofHousehold }),
  answer: (visit, { params }) => authorityPage(visit, params.household, typedForm.parse(undefined), []),
});

/** POST …/autorite: says what withholding changes for whom; once confirmed, withholds it, with the reason. */
const withholdRoute = route({
  method: "POST",
  path: PATH,
  access: familiesWriter,
  input: z.object({
    params: ofHousehold,
    body: z.object({
      ...adultAndChild,
      raison: formText(LONGEST_REASON).refine((text) => text !== "", words.noReason),
      ...confirmed,
    }),
  }),
  toCorrect: async (visit, corrections, { params, body }) => {
    const parsed = ofHousehold.safeParse(params);
    if (!parsed.success) return notFound;
    return authorityPage(visit, parsed.data.household, typedForm.parse(body), corrections);
  },
  async answer(visit, { params: { household }, body }) {
    const pair = { householdId: household, guardianId: body.adulte, participantId: body.enfant };
    const again = ({ code }: WithholdRefusal) => {
      const message = code === "last-guardian" ? words.lastGuardian : words.notTogether;
      return authorityPage(visit, household, body, [{ field: "adulte", message }]);
    };
    if (body.confirme === undefined) {
      const refusal = await withholdRefusal(visit.database, pair);
      if (refusal !== undefined) return again(refusal);
      return confirmAnswer(visit, household, { act: "withhold", ...pairOf(body), reason: body.raison });
    }
    const withheld = await withholdAuthority(visit, pair, body.raison);
    if (!withheld.ok) return again(withheld.refusal);
    return redirect(`/agent/familles/${household}?fait=autorite-retiree#authority`);
  },
});

/** POST …/autorite/rendre: says what changes; once confirmed, the adult may act for the child again. */
const restoreRoute = route({
  method: "POST",
  path: `${PATH}/rendre`,
  access: familiesWriter,
  input: z.object({ params: ofHousehold, body: z.object({ ...adultAndChild, ...confirmed }) }),
  async answer(visit, { params: { household }, body }) {
    if (body.confirme === undefined) {
      return confirmAnswer(visit, household, { act: "restore", ...pairOf(body), reason: "" });
    }
    const pair = { householdId: household, guardianId: body.adulte, participantId: body.enfant };
    await restoreAuthority(visit, pair);
    return redirect(`/agent/familles/${household}?fait=autorite-rendue#authority`);
  },
});

const pairOf = ({ adulte, enfant }: { adulte: Id<"guardian">; enfant: Id<"participant"> }) => ({
  adult: adulte,
  child: enfant,
});

async function confirmAnswer(
  { database }: SignedInVisit,
  household: Id<"household">,
  change: AuthorityChange,
): Promise<Answer> {
  const people = await database.read((reads) => filePeople(reads, household));
  const content = people && confirmPage(people, change);
  return content === undefined ? notFound : page(content);
}

async function authorityPage(
  { database }: SignedInVisit,
  household: Id<"household">,
  typed: z.output<typeof typedForm>,
  corrections: readonly Correction[],
): Promise<Answer> {
  const people = await database.read((reads) => filePeople(reads, household));
  if (people === undefined) return notFound;
  const correction = (field: string) => corrections.find((item) => item.field === field)?.message;
  return page(
    {
      title: words.title,
      section: "families",
      dense: true,
      toCorrect: corrections.length > 0,
      before: <BackLink href={`/agent/familles/${household}#authority`} label={texts.back(people.label)} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <form method="post" action={`/agent/familles/${household}/autorite`}>
            <FormToken />
            <Select
              name="adulte"
              label={words.adult}
              value={typed.adulte}
              options={people.adults.map(({ guardianId, name }) => ({ value: guardianId, label: name }))}
              correction={correction("adulte")}
            />
            <Select
              name="enfant"
              label={texts.child}
              value={typed.enfant}
              options={childOptions(people)}
              correction={correction("enfant")}
            />
            <TextField
              name="raison"
              label={words.reason}
              hint={words.reasonHint}
              value={typed.raison}
              maxLength={LONGEST_REASON}
              correction={correction("raison")}
            />
            <Button variant="warning">{words.save}</Button>
          </form>
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

/** Agents say which adult may not act for which child. */
export const authorityRoutes = [formRoute, withholdRoute, restoreRoute];
