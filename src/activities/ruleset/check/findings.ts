import type { Finding } from "#kernel";

type Path = Finding["path"];

/** What keeps the file out. */
export const refused = (path: Path, sentence: string): Finding => ({ path, kind: "refused", sentence });

/** What a person must judge. */
export const warning = (path: Path, sentence: string): Finding => ({ path, kind: "warning", sentence });

/** A finding where a condition holds, none where it does not. */
export const when = (condition: boolean, finding: () => Finding): readonly Finding[] =>
  condition ? [finding()] : [];

/** The second of two that are called the same is refused. */
export function namedTwice(
  names: readonly string[],
  path: (index: number) => Path,
  sentence: (name: string) => string,
): readonly Finding[] {
  return names.flatMap((name, index) =>
    when(names.indexOf(name) < index, () => refused(path(index), sentence(name))),
  );
}

/** Hours that do not end after they begin, or of which one is missing. */
export function hoursFindings(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  path: Path,
  texts: { endsFirst: string; oneMissing: string },
): readonly Finding[] {
  if ((from === undefined) !== (to === undefined)) return [refused(path, texts.oneMissing)];
  // « 09:30 » and « 16:00 » are in the order of the texts too.
  return when(from !== undefined && to !== undefined && to <= from, () =>
    refused([...path, "to"], texts.endsFirst),
  );
}
