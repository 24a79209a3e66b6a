import { parisDate } from "#kernel";
import { BackLink, EmptyState, ErrorSummary, type FieldMessage, type Page } from "#platform";

import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import { texts as formTexts } from "../forms/texts.fr.ts";
import { texts as planningTexts } from "../planning/texts.fr.ts";
import { formFacts, type Tool } from "./form-facts.ts";
import { texts } from "./texts.fr.ts";
import { ClearForm, CopyForm, IDS, LastYearForm, RepeatForm } from "./tool-forms.tsx";
import { firstOfEach, type Typed } from "./typed.ts";

/** The form of one tool by itself: empty where its address was opened bare, else as it was sent, with what to correct. */
export function toolPage(view: {
  tool: Tool;
  planning: FamilyPlanning;
  now: Temporal.Instant;
  typed: Typed | undefined;
}): Page {
  const { tool, planning, now, typed } = view;
  const { summary } = texts[tool];
  const items = firstOfEach(typed?.messages ?? []).map((correction) => summaryItem(tool, correction));
  return {
    title: summary,
    section: "planning",
    ...(items.length === 0 ? {} : { toCorrect: true, flash: <ErrorSummary items={items} /> }),
    before: <BackLink href="/planning" label={formTexts.backToPlanning} />,
    main: (
      <>
        <h1>{summary}</h1>
        {planning.lines.length === 0 ? (
          <EmptyState title={planningTexts.notEnrolled.title}>
            <p>{planningTexts.notEnrolled.sentence}</p>
          </EmptyState>
        ) : (
          <ToolForm tool={tool} planning={planning} now={now} typed={typed} />
        )}
      </>
    ),
  };
}

function ToolForm({ tool, planning, now, typed }: Parameters<typeof toolPage>[0]) {
  const facts = { ...formFacts(planning, parisDate(now)), typed };
  switch (tool) {
    case "repeat":
      return <RepeatForm {...facts} />;
    case "copy":
      return <CopyForm {...facts} />;
    case "lastYear":
      return <LastYearForm {...facts} />;
    case "clear":
      return <ClearForm {...facts} />;
  }
}

function summaryItem(tool: Tool, { field, message }: FieldMessage) {
  return { field: IDS[tool][field] ?? field, message };
}
