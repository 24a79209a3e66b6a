import { countOf } from "#kernel";

/** What `preau keys` prints. */
export const texts = {
  usage: "Écrivez : preau keys rotate [--authority HÔTE]",
  rotated: (authority: string, files: number, folder: string) =>
    `${authority} a une nouvelle clé ; ${countOf(files, "fichier")} sous cette clé désormais. ` +
    `Gardez une copie de ${folder} loin des sauvegardes : sans elle aucun document ne s’ouvre.`,
} as const;
