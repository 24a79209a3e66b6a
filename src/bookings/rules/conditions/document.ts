import { dateInFull } from "../date-in-full.ts";

import type { DocumentCondition } from "./condition.ts";
import type { EnrolmentFacts } from "./facts.ts";
import { allOrNothing, type Verdict } from "./verdict.ts";

/** The document that lacks, or is over; where the condition is that there is none, that there is one. */
export type DocumentUnmet =
  | { readonly code: "document-missing" | "document-excluded"; readonly document: string }
  | { readonly code: "document-over"; readonly document: string; readonly until: Temporal.PlainDate };

/**
 * @rule Les documents demandés pour s’inscrire
 *
 * Un service peut demander un document : une attestation d’assurance, un carnet de vaccinations. Il compte s’il est au
 * nom de l’enfant ou du foyer qui inscrit, et s’il vaut encore aujourd’hui ; il n’est pas demandé une seconde fois. Une
 * inscription déjà faite reste, même quand son document arrive à sa fin : la famille et les agents le lisent.
 *
 * Exemple : l’attestation d’assurance vaut jusqu’au 31 août 2026. Le 31 août, elle suffit ; le 1er septembre, une
 * autre est demandée.
 */
export function decideDocument(
  { document }: DocumentCondition,
  { season, today, documents }: EnrolmentFacts,
  negated: boolean,
): Verdict<DocumentUnmet> {
  const kept = documents.filter(({ kind }) => kind === document);
  const holds = kept.some(({ until }) => until === null || Temporal.PlainDate.compare(until, today) >= 0);
  if (negated) return allOrNothing(season, !holds, { code: "document-excluded", document });
  const last = kept
    .flatMap(({ until }) => until ?? [])
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
  return allOrNothing(
    season,
    holds,
    last === undefined
      ? { code: "document-missing", document }
      : { code: "document-over", document, until: last },
  );
}

/** « Il manque un document, « Attestation d’assurance » : envoyez-le dans « Mes documents ». » */
export function documentSentence(unmet: DocumentUnmet): string {
  const { document } = unmet;
  switch (unmet.code) {
    case "document-missing":
      return `Il manque un document, « ${document} » : envoyez-le dans « Mes documents ».`;
    case "document-over":
      return `Un document, « ${document} », n’est plus valable depuis le ${dateInFull(unmet.until.add({ days: 1 }))} : envoyez-le dans « Mes documents ».`;
    case "document-excluded":
      return `Réservé à qui n’a pas envoyé ce document : « ${document} ».`;
  }
}
