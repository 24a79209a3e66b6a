import { readEmail, readPhone } from "#families";
import { firstValue, formReader, valuesOf, type Correction, type Values } from "#platform";

import type { KindSettings } from "../../../kinds/change-kind.ts";
import type { RequestKind } from "../../../kinds/kind-queries.ts";
import { texts } from "./texts.fr.ts";

const LONGEST_LABEL = 120;
const LONGEST_TEXT = 1000;
const DRAFT = { least: 7, most: 365 };

/** Reads what a kind says; what is left empty is not chosen yet. */
export function readSettings(values: Values): {
  settings: KindSettings;
  corrections: readonly Correction[];
} {
  const read = formReader(values);
  const as = (field: string, reader: (text: string) => string | undefined, message: string): string => {
    const found = reader(read.text(field, LONGEST_LABEL));
    if (found === undefined) read.correct(field, message);
    return found ?? "";
  };
  const silence = firstValue(values, "silence");
  const settings: KindSettings = {
    label: read.named("nom", LONGEST_LABEL),
    lead: read.text("objet", LONGEST_TEXT),
    department: read.text("service", LONGEST_LABEL),
    departmentAddress: read.text("adresse", LONGEST_TEXT),
    departmentEmail: as("email", readEmail, texts.badEmail),
    departmentPhone: as("telephone", readPhone, texts.badPhone),
    silence: silence === "accepted" || silence === "refused" ? silence : null,
    silenceMonths: read.count("mois", { least: 1, most: 24 }) ?? null,
    expectedDays: read.count("delai", { least: 1, most: 365 }) ?? null,
    appeal: read.text("recours", LONGEST_TEXT),
    shared: firstValue(values, "partagee") === "oui",
    forgotten: firstValue(values, "oubliee") === "oui",
    draftDays: read.count("brouillon", DRAFT) ?? 0,
  };
  if (settings.draftDays === 0 && !read.corrections.some(({ field }) => field === "brouillon"))
    read.correct("brouillon", texts.count(DRAFT.least, DRAFT.most));
  return { settings, corrections: read.corrections };
}

/** A kind as its form shows it. */
export const typedSettings = (kind: RequestKind): Values =>
  valuesOf({
    nom: kind.label,
    objet: kind.lead,
    service: kind.department,
    adresse: kind.departmentAddress,
    email: kind.departmentEmail,
    telephone: kind.departmentPhone,
    silence: kind.silence ?? "",
    mois: kind.silenceMonths?.toString() ?? "",
    delai: kind.expectedDays?.toString() ?? "",
    recours: kind.appeal,
    partagee: kind.shared ? "oui" : "",
    oubliee: kind.forgotten ? "oui" : "",
    brouillon: String(kind.draftDays),
  });
