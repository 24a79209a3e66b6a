import { randomUUID } from "node:crypto";

import { agentWith, type SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  formId,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type RawInput,
  type Writes,
} from "#platform";
import { mayReadIncome, noteIncomeRead } from "#pricing";
import { z } from "zod";

import { familiesToPhone } from "../../../closing/closing-queries.ts";
import type { ContractPricing, PricedContract } from "../../../contracts/contract-price.ts";
import { CONTRACT } from "../../../contracts/policy.ts";
import {
  previewContract,
  signContract,
  type ContractPreview,
  type ContractRefusal,
} from "../../../contracts/sign-contract.ts";
import { checkPage } from "./check-page.tsx";
import {
  agreementFields,
  contractForm,
  contractsAddress,
  correctionOf,
  fullOf,
  placeFields,
  typedContract,
  typedTerms,
  typedFrom,
  type ContractForm,
  type TypedContract,
} from "./contract-form.ts";
import { formPlace, type FormPlace } from "./family-contracts.ts";
import { formPage } from "./form-page.tsx";
import { texts } from "./texts.fr.ts";

const access = agentWith(CONTRACT);
const ofHousehold = z.object({ household: formId<"household">() });
const typedAnswer = z
  .object({ complets: z.string().catch(""), motif: z.string().catch("") })
  .catch({ complets: "", motif: "" });

/** GET …/nouveau?inscription=&prestation=&remplace=: the form, with what was typed when it comes back from the check. */
export const formRoute = route({
  method: "GET",
  path: "/agent/familles/:household/contrats/nouveau",
  access,
  input: z.object({ params: ofHousehold, query: placeFields.and(typedTerms) }),
  async answer(visit, { params: { household }, query }) {
    const found = await placeOf(visit, household, query);
    if (found === undefined) return notFound;
    const typed = query.du === "" && query.au === "" ? proposed(found, parisDate(visit.now)) : typedOf(query);
    return page(formPage({ ...found, household, typed, corrections: [] }));
  },
});

/** POST …/verifier: what the contract does, day by day, before anything is done. */
export const checkRoute = (pricing: ContractPricing) =>
  route({
    method: "POST",
    path: "/agent/familles/:household/contrats/verifier",
    access,
    input: z.object({ params: ofHousehold, body: contractForm }),
    toCorrect: unreadable,
    async answer(visit, { params: { household }, body }) {
      const previewed = await previewContract(visit, { ...body, householdId: household });
      return previewed.ok
        ? askAgain(visit, pricing, household, body, { preview: previewed.value })
        : refused(visit, household, body, previewed.refusal);
    },
  });

/** POST …/signer: signs, and the list says so; so does the second click. */
export const signRoute = (pricing: ContractPricing) =>
  route({
    method: "POST",
    path: "/agent/familles/:household/contrats/signer",
    access,
    input: z.object({ params: ofHousehold, body: contractForm.and(agreementFields) }),
    toCorrect: (visit, corrections, raw) => unreadableAnswer(visit, pricing, corrections, raw),
    async answer(visit, { params: { household }, body }) {
      const { cle, vu, complets, motif, ...form } = body;
      const wanted = { ...form, householdId: household };
      const full = fullOf(body);
      const signed = await signContract(visit, wanted, { key: cle, seen: vu, full });
      if (signed.ok) return redirect(`${contractsAddress(household)}?fait=${cle}`);
      const { refusal } = signed;
      const answer = { complets, motif };
      if (refusal.code === "look-again") {
        const { preview } = refusal;
        const same = preview.seen === vu;
        return askAgain(visit, pricing, household, form, {
          preview,
          answer,
          ...(same
            ? { corrections: [{ field: "complets", message: texts.toCorrect.noChoice }] }
            : { warning: texts.toCorrect.changed }),
        });
      }
      if (refusal.code !== "no-reason" && refusal.code !== "key-taken")
        return refused(visit, household, form, refusal);
      const previewed = await previewContract(visit, wanted);
      if (!previewed.ok) return refused(visit, household, form, previewed.refusal);
      const said =
        refusal.code === "no-reason"
          ? { corrections: [{ field: "motif", message: texts.toCorrect.noReason }] }
          : { warning: texts.toCorrect.keyTaken };
      return askAgain(visit, pricing, household, form, { preview: previewed.value, answer, ...said });
    },
  });

/** The page that asks before it signs, the first time or with what has to be answered. */
async function askAgain(
  visit: SignedInVisit,
  pricing: ContractPricing,
  household: Id<"household">,
  form: ContractForm,
  said: {
    preview: ContractPreview;
    answer?: { complets: string; motif: string };
    corrections?: readonly Correction[];
    warning?: string;
  },
): Promise<Answer> {
  const { toPhone, months } = await visit.database.write(async (writes) => ({
    toPhone: await familiesToPhone(writes, [household]),
    months: await monthsFor(writes, visit, pricing, { ...form, householdId: household }),
  }));
  const content = checkPage({
    household,
    actor: visit.actor,
    toPhone,
    months,
    mayReadIncome: mayReadIncome(visit.actor),
    terms: form.terms,
    typed: typedFrom(form),
    key: randomUUID(),
    answer: { complets: "", motif: "" },
    corrections: [],
    ...said,
  });
  const again = said.corrections !== undefined || said.warning !== undefined;
  return page(content, again ? 422 : 200);
}

/** What each month costs; the journal says who read what it tells of the income. */
async function monthsFor(
  writes: Writes,
  visit: SignedInVisit,
  pricing: ContractPricing,
  contract: PricedContract,
) {
  const months = await pricing(writes, contract);
  const tells = months?.some(({ price }) => price.kind === "price") === true && mayReadIncome(visit.actor);
  if (tells) await noteIncomeRead(writes, visit, contract.householdId);
  return months;
}

async function refused(
  visit: SignedInVisit,
  household: Id<"household">,
  form: ContractForm,
  refusal: ContractRefusal,
): Promise<Answer> {
  if (refusal.code === "unknown") return notFound;
  const correction = correctionOf(refusal);
  if (correction === undefined) throw new Error(`A contract was refused: ${refusal.code}`);
  return formAgain(visit, household, typedFrom(form), [correction]);
}

/** A contract that can be read, with an answer that cannot: the page that asks comes back, with what was answered. */
async function unreadableAnswer(
  visit: SignedInVisit,
  pricing: ContractPricing,
  corrections: readonly Correction[],
  raw: RawInput,
): Promise<Answer> {
  const [where, form] = [ofHousehold.safeParse(raw.params), contractForm.safeParse(raw.body)];
  if (!where.success || !form.success) return unreadable(visit, corrections, raw);
  const wanted = { ...form.data, householdId: where.data.household };
  const previewed = await previewContract(visit, wanted);
  if (!previewed.ok) return refused(visit, where.data.household, form.data, previewed.refusal);
  const answer = typedAnswer.parse(raw.body);
  return askAgain(visit, pricing, where.data.household, form.data, {
    preview: previewed.value,
    answer,
    corrections,
  });
}

async function unreadable(
  visit: SignedInVisit,
  corrections: readonly Correction[],
  { params, body }: RawInput,
): Promise<Answer> {
  const where = ofHousehold.safeParse(params);
  if (!where.success) return notFound;
  return formAgain(visit, where.data.household, typedContract.parse(body), corrections);
}

async function formAgain(
  visit: SignedInVisit,
  household: Id<"household">,
  typed: TypedContract,
  corrections: readonly Correction[],
): Promise<Answer> {
  const about = placeFields.safeParse(typed);
  const found = about.success ? await placeOf(visit, household, about.data) : undefined;
  if (found === undefined) return notFound;
  return page(formPage({ ...found, household, typed, corrections }), 422);
}

function placeOf(
  visit: SignedInVisit,
  household: Id<"household">,
  { inscription, prestation, remplace }: z.output<typeof placeFields>,
): Promise<FormPlace | undefined> {
  const about = { enrolmentId: inscription, unitId: prestation, replaces: remplace };
  return visit.database.read((reads) => formPlace(reads, visit, household, about));
}

/** A change begins as what holds; a new contract takes the days of the enrolment that are to come. */
function proposed({ place, before }: FormPlace, today: Temporal.PlainDate): TypedContract {
  const about = { ...place, replaces: before?.contractId ?? null };
  if (before !== null) {
    const { firstDay, adapting } = before.terms;
    const isPast = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) <= 0;
    const terms = {
      ...before.terms,
      firstDay: isPast(firstDay) ? null : firstDay,
      adapting: adapting === null || isPast(adapting.until) ? null : adapting,
    };
    return typedFrom({ ...about, terms });
  }
  const firstDay = Temporal.PlainDate.compare(place.firstDay, today) < 0 ? null : place.firstDay;
  return typedFrom({ ...about, terms: { firstDay, lastDay: place.lastDay, week: [], adapting: null } });
}

function typedOf({
  remplace,
  ...typed
}: z.output<typeof placeFields> & z.output<typeof typedTerms>): TypedContract {
  return { ...typed, remplace: remplace ?? "" };
}
