import type { Finding } from "#kernel";

import type { Condition } from "../../rules/conditions/condition.ts";
import type { BookingSections } from "../sections.ts";
import { texts } from "./texts.fr.ts";

/**
 * Finds the documents that conditions ask for under a name that no kind of document bears: nobody could ever send one.
 * @param names the kinds that there are
 * @param kind how sure that is: the authority's own kinds refuse, those that Préau brings warn
 */
export function checkDocuments(
  { enrolment = [] }: BookingSections,
  names: readonly string[],
  kind: Finding["kind"],
): readonly Finding[] {
  return enrolment.flatMap(({ conditions }, index) =>
    conditions.flatMap((condition, position) => {
      const path = ["enrolment", index, "conditions", position];
      const named =
        condition.kind === "priority"
          ? condition.who === undefined
            ? []
            : documentsIn(condition.who, [...path, "who"])
          : documentsIn(condition, path);
      return named
        .filter(({ document }) => !names.includes(document))
        .map(({ document, path: at }) => ({
          path: [...at, "document"],
          kind,
          sentence: texts.unknownDocument(document, names),
        }));
    }),
  );
}

interface NamedDocument {
  readonly document: string;
  readonly path: Finding["path"];
}

function documentsIn(condition: Condition, path: Finding["path"]): readonly NamedDocument[] {
  switch (condition.kind) {
    case "document":
      return [{ document: condition.document, path }];
    case "all":
    case "any":
      return condition.of.flatMap((one, index) => documentsIn(one, [...path, "of", index]));
    case "not":
      return documentsIn(condition.of, [...path, "of"]);
    case "age":
    case "audience":
    case "completeFile":
    case "group":
    case "regular":
    case "residence":
    case "school":
    case "sibling":
      return [];
  }
}
