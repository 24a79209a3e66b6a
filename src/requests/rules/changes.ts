import type { Answers } from "./form.ts";

/** What becomes of one field of the file when a request is accepted. */
export interface FieldChange {
  readonly field: string;
  /** What the file said when the family began. */
  readonly before: string;
  /** What it says now. */
  readonly now: string;
  readonly wanted: string;
  /** Somebody changed the file meanwhile, to something else. */
  readonly conflict: boolean;
}

/**
 * @rule Ce qu’une demande acceptée change dans le dossier
 *
 * Seulement ce que la famille a changé par rapport à ce que le dossier disait quand elle a commencé sa demande. Ce
 * qu’elle a laissé tel quel reste comme le dossier le dit aujourd’hui. Si quelqu’un a changé la même ligne entre-temps,
 * pour autre chose, l’agent voit les trois et décide : rien n’est écrasé sans qu’il le sache.
 *
 * Exemple : la famille change sa rue et laisse son téléphone ; entre-temps un agent corrige le téléphone. L’acceptation
 * écrit la rue et garde le nouveau téléphone.
 */
export function changesOf(
  fields: readonly string[],
  { known, now, wanted }: { known: Answers; now: Answers; wanted: Answers },
): readonly FieldChange[] {
  return fields.flatMap((field) => {
    const [before, current, asked] = [known[field] ?? "", now[field] ?? "", wanted[field]];
    if (asked === undefined || asked === before || asked === current) return [];
    return [{ field, before, now: current, wanted: asked, conflict: current !== before }];
  });
}

/** What the file says once these changes are written. */
export function afterChanges(now: Answers, changes: readonly FieldChange[]): Answers {
  return { ...now, ...Object.fromEntries(changes.map(({ field, wanted }) => [field, wanted])) };
}
