import type { AccessRule, SchemaDatabase } from "#platform";

/** What these pages need of a visit. */
export interface MailVisit {
  authority: { demonstration: boolean };
  database: SchemaDatabase;
}

/** Whoever visits a demonstration; in any other espace these pages do not exist. */
export const demonstrationOnly: AccessRule<MailVisit> = {
  name: "démonstration seulement",
  decide: (visit) => (visit.authority.demonstration ? { kind: "allowed", visit } : { kind: "refused" }),
};
