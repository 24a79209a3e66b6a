/** Longer addresses are none of ours. */
const LONGEST_PATH = 2000;

/**
 * A path of this espace to go to after signing in, as `retour` gives it; undefined for whatever could lead
 * elsewhere: « //ailleurs.fr », « /\ailleurs.fr », « https: », a tab or a line break that browsers drop.
 */
export function localPath(text: string): string | undefined {
  if (text.length > LONGEST_PATH || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)) return undefined;
  const here = "http://ici.invalid";
  return URL.canParse(text, here) && new URL(text, here).origin === here ? text : undefined;
}

/**
 * Whether a path is one of these routes, written as the router does (« /agent/lieux/:site »).
 * Each « :word » stands for one part of the path.
 */
export function isRouteOf(path: string, patterns: readonly string[]): boolean {
  const parts = (path.split("?")[0] ?? "").split("/");
  return patterns.some((pattern) => {
    const wanted = pattern.split("/");
    return (
      wanted.length === parts.length &&
      wanted.every((part, index) => (part.startsWith(":") ? parts[index] !== "" : part === parts[index]))
    );
  });
}
