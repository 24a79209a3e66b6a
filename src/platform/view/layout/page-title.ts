import { texts } from "../texts.fr.ts";

/**
 * The title of a page, most particular word first: « Planning – Espace citoyen – Ponthieu-Marquenterre ».
 * `toCorrect` puts « À corriger : » in front, so that a person who cannot see the page hears at
 * once that the form came back.
 */
export function pageTitle(page: string, authorityName: string, toCorrect = false): string {
  const title = `${page} – ${texts.space} – ${authorityName}`;
  return toCorrect ? `${texts.toCorrect} : ${title}` : title;
}
