/** What a canned answer may name of the request that it is inserted in: what stands for each one that was sent. */
export const PLACEHOLDERS = ["nom", "numero", "demarche", "service", "telephone", "agent"] as const;

/** What stands for each placeholder. */
export type Placeholders = Readonly<Record<(typeof PLACEHOLDERS)[number], string>>;

const BRACES = /\{([^{}]*)\}/g;

const isPlaceholder = (word: string): word is keyof Placeholders => PLACEHOLDERS.some((one) => one === word);

/** The words in braces that stand for nothing: « {prénom} » would reach a family as it is written. */
export function unknownPlaceholders(text: string): readonly string[] {
  return [...text.matchAll(BRACES)].map(([, word = ""]) => word).filter((word) => !isPlaceholder(word));
}

/** The text as it is inserted: each placeholder replaced; any other brace stays as it is. */
export function filledIn(text: string, values: Placeholders): string {
  return text.replace(BRACES, (braces, word: string) => (isPlaceholder(word) ? values[word] : braces));
}
