import type { EditedKind, WrittenKind } from "#documents";
import type { Id } from "#kernel";
import { formReader, valuesOf, type Correction, type Values } from "#platform";

import { texts } from "./texts.fr.ts";

const LONGEST_LABEL = 120;
/** As the table holds them. */
const MONTHS = { least: 1, most: 240 };
const DAYS = { least: 1, most: 180 };

/** Reads the form of a kind; of a known one, what may still change. */
export function readKind(
  values: Values,
  kindId: Id<"document-kind">,
  known: EditedKind | undefined,
): { written: WrittenKind | undefined; corrections: readonly Correction[] } {
  const read = formReader(values);
  const label = known?.label ?? read.named("nom", LONGEST_LABEL);
  const about = known?.about ?? read.choice("pour", ["household", "child", "anyone"]);
  const sensitivity =
    known?.sensitivity ?? read.choice("lecteurs", ["ordinary", "health", "income", "legal"]);
  const validityMonths = read.count("mois", MONTHS) ?? null;
  const announceDays = read.count("jours", DAYS);
  if (announceDays === undefined && !read.corrections.some(({ field }) => field === "jours"))
    read.correct("jours", texts.missingDays(DAYS.least, DAYS.most));
  const { corrections } = read;
  const isWhole = about !== undefined && sensitivity !== undefined && announceDays !== undefined;
  if (!isWhole || corrections.length > 0) return { written: undefined, corrections };
  return { written: { kindId, label, about, sensitivity, validityMonths, announceDays }, corrections };
}

/** A kind as its form shows it. */
export const typedKind = (kind: EditedKind): Values =>
  valuesOf({ mois: kind.validityMonths?.toString() ?? "", jours: String(kind.announceDays) });
