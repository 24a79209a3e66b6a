import { parseSync } from "oxc-parser";

/** A rule as its docstring tells it, in French. */
export interface Rule {
  title: string;
  /** Paragraphs and lists, without the comment's margin; examples among them. */
  paragraphs: readonly string[];
  /** « src/bookings/rules/deadline.ts » */
  path: string;
}

/** What a developer adds for other developers after the French text: « In: … », « Out: … », `@param`. */
const FOR_DEVELOPERS = /^(In|Out|Refuses|Returns)\b|^@/;

/**
 * Finds the rules of one source file: the docstrings that hold `@rule` and a title.
 * @param path the file's path from the root of the project, as the document shows it
 * Refuses, by throwing, a rule without a title or without a word of explanation.
 */
export function readRules(path: string, source: string): readonly Rule[] {
  return parseSync(path, source)
    .comments.filter(({ type, value }) => type === "Block" && /^\*[\s*]*@rule\b/.test(value))
    .map(({ value }) => readRule(path, value));
}

function readRule(path: string, comment: string): Rule {
  const [heading = "", ...rest] = paragraphsOf(comment);
  const title = heading.replace(/^@rule\s*/, "").trim();
  const end = rest.findIndex((paragraph) => FOR_DEVELOPERS.test(paragraph));
  const paragraphs = end === -1 ? rest : rest.slice(0, end);
  if (title === "") throw new Error(`${path}: @rule without a title`);
  if (paragraphs.length === 0) throw new Error(`${path}: @rule « ${title} » explains nothing`);
  return { title, paragraphs, path };
}

/** Paragraphs of a docstring: lines joined, except those of a list; a blank line separates. */
function paragraphsOf(comment: string): readonly string[] {
  return comment
    .replaceAll(/^[ \t]*\*+[ \t]?/gm, "")
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim().replaceAll(/\n[ \t]*(?!- )/g, " "))
    .filter((paragraph) => paragraph !== "");
}
