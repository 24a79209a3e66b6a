import { joinList } from "#kernel";

import type { FileCondition, FileItem } from "./condition.ts";
import type { EnrolmentFacts } from "./facts.ts";
import { allOrNothing, type Verdict } from "./verdict.ts";

/** What the file lacks; nothing where the condition is that it lacks something. */
export interface FileUnmet {
  readonly code: "file-incomplete" | "file-complete";
  readonly missing: readonly FileItem[];
}

const WORDS: Readonly<Record<FileItem, string>> = {
  address: "une adresse",
  phone: "un numéro de téléphone",
  email: "une adresse e-mail",
};

/** Whether the household's file holds what is asked for. */
export function decideFile(
  { needs }: FileCondition,
  { season, household }: EnrolmentFacts,
  negated: boolean,
): Verdict<FileUnmet> {
  const missing = needs.filter((item) => !household.has[item]);
  const code = negated ? "file-complete" : "file-incomplete";
  return allOrNothing(season, (missing.length === 0) !== negated, { code, missing });
}

/** « Il manque au dossier une adresse et un numéro de téléphone : appelez-nous pour le compléter. » */
export function fileSentence({ code, missing }: FileUnmet): string {
  if (code === "file-complete") return "Réservé aux dossiers incomplets : le vôtre est complet.";
  return `Il manque au dossier ${joinList(missing.map((item) => WORDS[item]))} : appelez-nous pour le compléter.`;
}
