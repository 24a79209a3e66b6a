import type { FileType } from "./file-refusal.ts";

const LONGEST = 100;
const EXTENSION: Readonly<Record<FileType, string>> = { pdf: ".pdf", jpeg: ".jpg", png: ".png" };
const SAME: Readonly<Record<FileType, RegExp>> = { pdf: /\.pdf$/i, jpeg: /\.jpe?g$/i, png: /\.png$/i };

/**
 * The name that a file is kept and given back under: its last part without folders, marks that turn the direction of
 * reading (« facture‮fdp.exe » would look like « factureexe.pdf »), and signs that a system refuses; at most 100
 * characters; with the extension of what it is.
 * @param unnamed what it is called where nothing is left: « Avis d’imposition »
 */
export function cleanName(sent: string, type: FileType, unnamed: string): string {
  const last = sent.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const written = last
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, "")
    .replaceAll(/[<>:"|?*]/g, "-")
    .replaceAll(/\s+/g, " ")
    .replace(SAME[type], "")
    .replace(/^[. ]+/, "")
    .replace(/[. ]+$/, "");
  const stem = written
    .slice(0, LONGEST - EXTENSION[type].length)
    // No half of a sign.
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
  return `${stem === "" ? unnamed : stem}${EXTENSION[type]}`;
}
