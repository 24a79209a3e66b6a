/** What the law, and families, want to know of a kind before it is published. */
export interface LegalSettings {
  readonly department: string;
  readonly departmentAddress: string;
  readonly departmentEmail: string;
  readonly departmentPhone: string;
  readonly silence: "accepted" | "refused" | null;
  readonly silenceMonths: number | null;
  readonly expectedDays: number | null;
  readonly appeal: string;
}

/**
 * @rule Ce qu’il faut dire avant de publier une démarche
 *
 * Le service qui s’en charge, son adresse postale, son e-mail et son téléphone, ce que vaut le silence et au bout de
 * combien de mois, le délai de réponse habituel et les voies de recours (CRPA, art. R112-5 et L112-11). Tant qu’il en
 * manque un, la démarche ne peut pas être publiée.
 *
 * The settings that are missing.
 */
export function unpublishable(settings: LegalSettings): readonly (keyof LegalSettings)[] {
  return WANTED.filter((name) => settings[name] === null || settings[name] === "");
}

const WANTED = [
  "department",
  "departmentAddress",
  "departmentEmail",
  "departmentPhone",
  "silence",
  "silenceMonths",
  "expectedDays",
  "appeal",
] as const satisfies readonly (keyof LegalSettings)[];
