/** What several commands say. */
export const texts = {
  unreadableFile: (path: string) =>
    `Le fichier ${path} ne peut pas être lu : vérifiez son nom et vos droits.`,
  fileTooLarge: (path: string, megabytes: number) =>
    `Le fichier ${path} dépasse ${megabytes} Mo : vérifiez que c’est le bon.`,
  unknownHost: (host: string) =>
    `Aucune collectivité n’a l’hôte « ${host} » : « preau authority list » les montre.`,
  whichAuthority: (hosts: readonly string[]) =>
    hosts.length === 0
      ? "Aucune collectivité n’existe encore : « preau authority create » en crée une."
      : `Il y a plusieurs collectivités : ajoutez --authority ${hosts.join(" ou ")}.`,
} as const;
