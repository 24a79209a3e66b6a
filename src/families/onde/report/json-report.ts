import { refusalText } from "./refusals.fr.ts";
import type { Reported } from "./report.ts";
import { totalsOf } from "./totals.ts";

function* list(name: string, items: Iterable<unknown>): Generator<string> {
  yield `,"${name}":[`;
  let comma = "";
  for (const item of items) {
    yield `${comma}${JSON.stringify(item)}\n`;
    comma = ",";
  }
  yield "]";
}

/**
 * The same report for a program: one JSON object, given piece by piece. Values stand as they were read;
 * refusals carry their code, their facts and their French sentences.
 */
export function* jsonReport({ plan, readings }: Reported, applied: boolean): Generator<string> {
  const files = {
    eleves: { encoding: readings.eleves.encoding, unreadColumns: readings.eleves.unreadColumns },
    responsables: {
      encoding: readings.responsables.encoding,
      unreadColumns: readings.responsables.unreadColumns,
    },
  };
  const totals = totalsOf(plan, readings);
  const head = { schoolYear: plan.schoolYear, applied, files, totals };
  yield JSON.stringify(head).slice(0, -1);
  yield* list(
    "refusals",
    plan.refusals.map((refusal) => ({ ...refusal, ...refusalText(refusal.reason) })),
  );
  yield* list("children", plan.children);
  yield* list("guardians", plan.guardians);
  yield* list("households", plan.households);
  yield* list("leavers", plan.leavers);
  yield "}\n";
}
