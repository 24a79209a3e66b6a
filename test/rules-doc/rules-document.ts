import type { Rule } from "./read-rules.ts";
import { texts } from "./texts.fr.ts";

/** What the rules are about, for an agent: the folders that hold some, in the order in which they are told. */
const SUBJECTS: readonly (readonly [folder: string, subject: string])[] = [
  ["bookings", "Réserver et annuler"],
  ["activities", "Les services et leurs jours d’ouverture"],
  ["kernel", "Le calendrier"],
  ["pricing", "Les tarifs"],
  ["attendance", "Les présences"],
  ["billing", "La facturation"],
  ["privacy", "Conservation et copie des données"],
  ["watchdog", "Ce qui est surveillé"],
  ["payments", "Les paiements"],
  ["requests", "Les démarches"],
  ["publications", "Les publications"],
  ["families", "Les familles"],
  ["access", "Qui peut agir pour qui"],
  ["identity", "Les comptes et la connexion"],
  ["documents", "Les documents"],
  ["messaging", "Les courriels"],
  ["portal", "Les pages"],
  ["platform", "Le fonctionnement"],
  ["app", "Le programme"],
];

/**
 * The document of all the rules, in Markdown: by subject, then in the order of the files.
 * Refuses, by throwing, a rule of a folder that has no subject here.
 */
export function rulesDocument(rules: readonly Rule[]): string {
  const unknown = rules.find((rule) => SUBJECTS.every(([folder]) => folder !== folderOf(rule)));
  if (unknown !== undefined) throw new Error(`${unknown.path}: no subject for this folder`);
  const sections = SUBJECTS.flatMap(([folder, subject]) => {
    const own = rules.filter((rule) => folderOf(rule) === folder);
    return own.length === 0 ? [] : [`## ${subject}`, ...own.map(ruleSection)];
  });
  return `${[texts.heading, texts.introduction, ...sections].join("\n\n")}\n`;
}

function ruleSection({ title, paragraphs, path }: Rule): string {
  return [`### ${title}`, ...paragraphs.map(withExampleSetOff), texts.source(path)].join("\n\n");
}

function withExampleSetOff(paragraph: string): string {
  return paragraph.startsWith("Exemple") ? paragraph.replaceAll(/^/gm, "> ") : paragraph;
}

function folderOf({ path }: Rule): string {
  return path.split("/")[1] ?? "";
}
