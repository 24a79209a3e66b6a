import { Button, DateField, EmptyState, ErrorSummary, Select, type Correction, type Page } from "#platform";
import type { VNode } from "preact";

import type { ScopedUnit } from "../../../occupancy/units-in-scope.ts";
import type { Choice } from "./move-form.ts";
import { texts } from "./texts.fr.ts";

/** The page: from where and to where, then what the choice leads to. */
export function movePage(props: {
  units: readonly ScopedUnit[];
  choice: Choice;
  /** The preview, or why there is none. */
  below?: VNode | undefined;
  notice?: VNode | undefined;
  corrections?: readonly Correction[];
}): Page {
  const { units, choice, below, notice, corrections = [] } = props;
  const flash = corrections.length > 0 ? <ErrorSummary items={corrections} /> : notice;
  return {
    title: texts.title,
    section: "moves",
    dense: true,
    toCorrect: corrections.length > 0,
    ...(flash === undefined ? {} : { flash }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {units.length === 0 ? (
          <EmptyState title={texts.noUnits} />
        ) : (
          <form method="get" action="/agent/deplacements">
            <Select name="de" label={texts.choose.from} value={choice.de ?? ""} options={optionsOf(units)} />
            <DateField name="le" label={texts.choose.fromDay} value={choice.le?.toString()} />
            <Select
              name="vers"
              label={texts.choose.to}
              value={choice.vers ?? ""}
              options={optionsOf(units)}
            />
            <DateField name="vers-le" label={texts.choose.toDay} value={choice["vers-le"]?.toString()} />
            <Button variant="secondary">{texts.choose.show}</Button>
          </form>
        )}
        {below}
      </>
    ),
  };
}

/** Where a slot is missing, or both are one: what to choose instead. */
export function NoMove({ why }: { why: "from" | "to" | "same" }) {
  if (why === "same") {
    return (
      <EmptyState title={texts.missing.same}>
        <p>{texts.missing.sameMore}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={texts.missing[why]}>
      <p>
        {texts.missing.more} <a href="/agent/occupation">{texts.missing.occupancy}</a>
      </p>
    </EmptyState>
  );
}

function optionsOf(units: readonly ScopedUnit[]) {
  return [
    { value: "", label: texts.choose.unit },
    ...units.map((unit) => ({ value: unit.unitId, label: texts.choose.option(unit) })),
  ];
}
