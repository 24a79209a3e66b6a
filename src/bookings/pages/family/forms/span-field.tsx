import type { PlanningSpan } from "../../../rules/planning-span.ts";

/** The month or the week that a form came from, so that its answer leads back there. */
export function SpanField({ span }: { span: PlanningSpan }) {
  return span.kind === "week" ? (
    <input type="hidden" name="semaine" value={span.monday.toString()} />
  ) : (
    <input type="hidden" name="mois" value={span.month.toString()} />
  );
}
