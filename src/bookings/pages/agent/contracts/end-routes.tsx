import { randomUUID } from "node:crypto";

import { agentWith, type SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import {
  formId,
  isoDate,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type RawInput,
} from "#platform";
import { z } from "zod";

import { familiesToPhone } from "../../../closing/closing-queries.ts";
import { CONTRACT } from "../../../contracts/policy.ts";
import {
  endContract,
  previewEnd,
  type ContractPreview,
  type ContractRefusal,
} from "../../../contracts/sign-contract.ts";
import { agreementFields, contractsAddress, correctionOf } from "./contract-form.ts";
import { endCheckPage, endFormPage } from "./end-pages.tsx";
import { contractAt } from "./family-contracts.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/familles/:household/contrats/:contract/arreter";
const access = agentWith(CONTRACT);
const ofContract = z.object({ household: formId<"household">(), contract: formId<"contract">() });
const endFields = z.object({
  des: z.string(texts.toCorrect.noDay).min(1, texts.toCorrect.noDay).pipe(isoDate),
});
const typedEnd = z.object({ des: z.string().catch("") }).catch({ des: "" });

type Where = z.output<typeof ofContract>;

/** GET …/arreter?des=: from which day on. */
export const endFormRoute = route({
  method: "GET",
  path: PATH,
  access,
  input: z.object({ params: ofContract, query: typedEnd }),
  answer: (visit, { params, query }) => formAgain(visit, params, query.des, []),
});

/** POST …/arreter/verifier: which days are cancelled, before anything is done. */
export const endCheckRoute = route({
  method: "POST",
  path: `${PATH}/verifier`,
  access,
  input: z.object({ params: ofContract, body: endFields }),
  toCorrect: unreadable,
  async answer(visit, { params, body: { des } }) {
    const previewed = await previewEnd(visit, wantedEnd(params, des));
    return previewed.ok
      ? ask(visit, params, des, previewed.value)
      : refused(visit, params, des, previewed.refusal);
  },
});

/** POST …/arreter: ends the contract, and the list says so; so does the second click. */
export const endRoute = route({
  method: "POST",
  path: PATH,
  access,
  input: z.object({ params: ofContract, body: endFields.and(agreementFields.pick({ cle: true, vu: true })) }),
  toCorrect: unreadable,
  async answer(visit, { params, body: { des, cle, vu } }) {
    const ended = await endContract(visit, wantedEnd(params, des), { key: cle, seen: vu });
    if (ended.ok) return redirect(`${contractsAddress(params.household)}?arrete=${params.contract}`);
    const { refusal } = ended;
    if (refusal.code === "look-again")
      return ask(visit, params, des, refusal.preview, texts.toCorrect.changed);
    if (refusal.code !== "key-taken") return refused(visit, params, des, refusal);
    const previewed = await previewEnd(visit, wantedEnd(params, des));
    return previewed.ok
      ? ask(visit, params, des, previewed.value, texts.toCorrect.keyTaken)
      : refused(visit, params, des, previewed.refusal);
  },
});

const wantedEnd = ({ household, contract }: Where, from: Temporal.PlainDate) => ({
  householdId: household,
  contractId: contract,
  from,
});

async function ask(
  { actor, database }: SignedInVisit,
  { household, contract }: Where,
  from: Temporal.PlainDate,
  preview: ContractPreview,
  warning?: string,
): Promise<Answer> {
  const toPhone = await database.read((reads) => familiesToPhone(reads, [household]));
  const view = { household, contract, actor, from, preview, warning, toPhone, key: randomUUID() };
  return page(endCheckPage(view), warning === undefined ? 200 : 422);
}

async function refused(
  visit: SignedInVisit,
  where: Where,
  des: Temporal.PlainDate,
  refusal: ContractRefusal,
): Promise<Answer> {
  if (refusal.code === "unknown") return notFound;
  const correction = correctionOf(refusal);
  if (correction === undefined) throw new Error(`The end of a contract was refused: ${refusal.code}`);
  return formAgain(visit, where, des.toString(), [{ ...correction, field: "des" }]);
}

async function unreadable(
  visit: SignedInVisit,
  corrections: readonly Correction[],
  { params, body }: RawInput,
): Promise<Answer> {
  const where = ofContract.safeParse(params);
  return where.success ? formAgain(visit, where.data, typedEnd.parse(body).des, corrections) : notFound;
}

async function formAgain(
  visit: SignedInVisit,
  { household, contract }: { household: Id<"household">; contract: Id<"contract"> },
  des: string,
  corrections: readonly Correction[],
): Promise<Answer> {
  const known = await visit.database.read((reads) => contractAt(reads, visit, household, contract));
  if (known === undefined) return notFound;
  return page(
    endFormPage({ household, contract: known, des, corrections }),
    corrections.length === 0 ? 200 : 422,
  );
}
