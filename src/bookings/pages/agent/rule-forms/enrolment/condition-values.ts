import { valuesOf, type Values } from "#platform";

import type {
  AgeCondition,
  DocumentCondition,
  EnrolmentConditions,
  PriorityGroup,
} from "../../../../rules/conditions/condition.ts";
import type { EnrolmentEntry } from "../../../../ruleset/stored/stored-enrolment.ts";

/** The most priority groups that the page asks for. */
export const MOST_GROUPS = 12;

type Item = EnrolmentConditions[number];
type Fields = Record<string, string | readonly string[]>;

/**
 * What the fields say of a rule. The first condition of each simple kind has fields; what the page has no fields for
 * (« l'un de ces cas », « le contraire », a second age) is kept whole, as the file writes it.
 */
export function valuesOfRule({ by, conditions }: EnrolmentEntry): Values {
  const fields: Fields = { qui: by };
  const kept: Item[] = [];
  const documents = conditions.flatMap((item) => (item.kind === "document" ? [item.document] : []));
  const groups: PriorityGroup[] = [];
  const seen = new Set<Item["kind"]>();
  for (const item of conditions) {
    if (item.kind === "priority") {
      groups.push(item);
      continue;
    }
    if (item.kind === "document") continue;
    const said = seen.has(item.kind) ? undefined : fieldsOf(item);
    seen.add(item.kind);
    if (said === undefined) kept.push(item);
    else Object.assign(fields, said);
  }
  for (const [index, group] of groups.entries()) Object.assign(fields, groupFields(group, index));
  return valuesOf({
    ...fields,
    documents: documents.join(" ; "),
    autre: kept.map((item) => JSON.stringify(item)),
  });
}

function fieldsOf(item: Exclude<Item, PriorityGroup | DocumentCondition>): Fields | undefined {
  switch (item.kind) {
    case "age":
      return ageFields(item);
    case "school":
      return {
        ecoles: (item.schools ?? []).join(" ; "),
        niveaux: (item.levels ?? []).join(" ; "),
        classes: (item.classes ?? []).join(" ; "),
      };
    case "residence":
      return { commune: "1" };
    case "completeFile":
      return { dossier: item.needs };
    case "sibling":
      return item.activities === undefined ? { fratrie: "1" } : undefined;
    case "audience":
      return { public: item.who };
    case "regular":
      return { habitue: "1" };
    case "group":
      return { reserve: item.groups };
    case "all":
    case "any":
    case "not":
      return undefined;
  }
}

function ageFields({ on, fromYears, fromMonths, untilYears, untilMonths }: AgeCondition): Fields {
  const known = on === "slotDay" || on === "enrolment" || on === "seasonStart";
  const inMonths = fromMonths !== undefined || untilMonths !== undefined;
  const age = (years: number | undefined, months: number | undefined) => {
    if (inMonths) return String(months ?? (years === undefined ? "" : years * 12));
    return String(years ?? "");
  };
  return {
    "age-le": known ? on : "date",
    "age-date": known ? "" : on.split("-").toReversed().join("/"),
    "age-de": age(fromYears, fromMonths),
    "age-a": age(untilYears, untilMonths),
    "age-unite": inMonths ? "mois" : "ans",
  };
}

function groupFields({ group, name, points, who }: PriorityGroup, index: number): Fields {
  const prefix = `groupe-${index}`;
  const simple = who?.kind === "residence" || who?.kind === "regular" ? who.kind : undefined;
  const sibling = who?.kind === "sibling" && who.activities === undefined ? "sibling" : undefined;
  const said = who === undefined ? "agent" : (simple ?? sibling);
  return {
    [`${prefix}-code`]: group,
    [`${prefix}-nom`]: name,
    [`${prefix}-points`]: String(points),
    [`${prefix}-qui`]: said ?? "garder",
    ...(said === undefined ? { [`${prefix}-regle`]: JSON.stringify(who) } : {}),
  };
}
