import { GOALS, type FigureName, type Goal, type Measured } from "./figure.ts";

/** One line of the report, and whether its goal is met. */
export function lineOf(
  name: FigureName,
  { value, facts, flaws = [] }: Measured,
): { ok: boolean; line: string } {
  const { unit, is, goal }: Goal = GOALS[name];
  const met = goal === null || (is === "≤" ? value <= goal : value >= goal);
  const ok = met && flaws.length === 0;
  const rounded = Number(value.toPrecision(4));
  const line = {
    name,
    value: rounded,
    unit,
    goal: wordsOf({ is, goal }),
    ok,
    ...(ok ? {} : { flaws }),
    facts,
  };
  return { ok, line: JSON.stringify(line) };
}

/** The line of a figure that could not be measured: its goal is missed, and this is why. */
export function failureLine(name: FigureName, error: unknown): string {
  const { unit, is, goal }: Goal = GOALS[name];
  const why = error instanceof Error ? error.message : String(error);
  return JSON.stringify({ name, value: null, unit, goal: wordsOf({ is, goal }), ok: false, flaws: [why] });
}

function wordsOf({ is, goal }: Pick<Goal, "is" | "goal">): string {
  return goal === null ? "report" : `${is} ${goal}`;
}
