import type { SignedIn } from "#identity";
import { Card, formText, Radios, TextField, type Correction } from "#platform";
import { z } from "zod";

import type { CostIfLate } from "../../../estimates/cost-of-lines.ts";
import { isCharged, LATE_CAUSES } from "../../../rules/late-cause.ts";
import { mayWaive, type LateCancellation } from "../../../submit/policy.ts";
import { texts } from "./texts.fr.ts";

const LONGEST_WAIVER = 300;

/** What an agent says of places that are given back after their deadline. */
export const sentLate = z.object({
  origine: z.enum(LATE_CAUSES).optional().catch(undefined),
  "sans-penalite": z.literal("1").optional(),
  "raison-penalite": formText(2_000).default(""),
});
/** See `sentLate`. */
export type SentLate = z.output<typeof sentLate>;

/** What is written of the cancellations, or what has to be corrected in it. */
export function readLate(
  sent: SentLate,
  actor: SignedIn,
): { readonly late: LateCancellation } | { readonly corrections: readonly Correction[] } {
  const { origine: cause } = sent;
  const reason = sent["raison-penalite"].trim();
  if (cause === undefined) return { corrections: [{ field: "origine", message: texts.late.missing }] };
  const waives = isCharged(cause) && sent["sans-penalite"] === "1" && mayWaive(actor);
  if (!waives) return { late: { cause, waived: null } };
  if (reason === "") return { corrections: [{ field: "raison-penalite", message: texts.late.noReason }] };
  if (reason.length > LONGEST_WAIVER)
    return { corrections: [{ field: "raison-penalite", message: texts.reason.tooLong }] };
  return { late: { cause, waived: reason } };
}

/** Asks who cancellations after the deadline come from, with what the family's lateness costs. */
export function LateFields(props: {
  sent: SentLate | undefined;
  costs: readonly CostIfLate[];
  actor: SignedIn;
  corrections: readonly Correction[];
}) {
  const { sent, costs, actor, corrections } = props;
  const correction = (name: string) => corrections.find(({ field }) => field === name)?.message;
  return (
    <Card title={texts.late.title}>
      <p>{costs.length === 0 ? texts.late.free : texts.late.costs}</p>
      <Radios
        name="origine"
        legend={texts.late.legend}
        hint={texts.late.hint}
        value={sent?.origine ?? ""}
        options={LATE_CAUSES.map((value) => ({ value, label: texts.late.causes[value] }))}
        correction={correction("origine")}
      />
      {costs.length > 0 && mayWaive(actor) && (
        <>
          <label class="choice">
            <input
              class="check"
              type="checkbox"
              name="sans-penalite"
              value="1"
              checked={sent?.["sans-penalite"] === "1"}
            />
            <span>{texts.late.waive}</span>
          </label>
          <TextField
            name="raison-penalite"
            label={texts.late.reason}
            hint={texts.late.reasonHint}
            value={sent?.["raison-penalite"] ?? ""}
            correction={correction("raison-penalite")}
            maxLength={LONGEST_WAIVER}
            optional
          />
        </>
      )}
    </Card>
  );
}
