import type { Handler } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { contractActOf } from "../../contracts/contract-act.ts";
import { signedContract } from "../../contracts/signed-contract.ts";
import { noContractPrices, type ContractPricing } from "../../contracts/contract-price.ts";
import { costOfLines, isGivenBackOfContract } from "../../estimates/cost-of-lines.ts";
import { chargedLate } from "../../submit/late-lines.ts";
import { withRefusalFacts } from "../../submit/refusal-facts.ts";
import { addressOf, post } from "../letter.ts";
import { linesFor, recipientsOf } from "../recipients.ts";
import { householdsOf, toldLines } from "../told-line.ts";
import { contractBlocks } from "./contract-blocks.ts";
import { ranksOf } from "./ranks.ts";
import { findSubmission } from "./submission.ts";
import { isDone, submissionLetter } from "./submission-letter.ts";

const submitted = z.object({ key: formId<"submission">() });

/**
 * On `bookings.submitted`: writes to every guardian of the households whose places the form was about. Each reads
 * the lines of his or her own households only.
 */
export const tellSubmission =
  (publicUrl: URL, pricing: ContractPricing = noContractPrices): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { key } = submitted.parse(facts);
      const submission = await findSubmission(writes, key);
      if (submission === undefined) return;
      const judged = await withRefusalFacts(writes, submission.lines, submission.receivedAt);
      const lines = await toldLines(writes, judged);
      const only = await chargedLate(writes, key, submission.lines);
      const late = { now: submission.receivedAt, charged: "yes" as const, only };
      const { senderId } = submission;
      const ranks = await ranksOf(writes, judged);
      const receipt = addressOf(authority, publicUrl, `/recus/${key}`);
      const act = await contractActOf(writes, key);
      const contract = await signedContract(writes, key);
      const months = contract === undefined ? null : await pricing(writes, contract);
      const contractsPage = addressOf(authority, publicUrl, "/contrats");
      for (const recipient of await recipientsOf(writes, householdsOf(lines))) {
        const own = linesFor(recipient, lines);
        const bySelf = senderId !== null && recipient.guardianIds.includes(senderId);
        // What one parent tried and could not do is not news for the other.
        const told = senderId === null || bySelf ? own : own.filter(isDone);
        const cost = await costOfLines(
          writes,
          told.map((line) => ({ ...line, did: line.outcome, before: line.was ?? null })),
          late,
        );
        const more = {
          total: cost?.total ?? null,
          monthSame: cost?.parts.some(isGivenBackOfContract) ?? false,
          ranks,
          act: act ?? null,
          contract: months === null ? [] : contractBlocks(months, contractsPage),
          toSenderAlone: bySelf && recipient.names.length === 1,
        };
        const letter = submissionLetter(submission, told, receipt, more);
        if (letter === null) continue;
        await post(writes, { authority, about: `bookings.submitted:${key}`, at: now }, recipient, letter);
      }
    });
