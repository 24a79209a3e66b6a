/** The system's short names of what went wrong, in words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "accès refusé",
  EPERM: "accès refusé",
  EROFS: "disque en lecture seule",
  ENOSPC: "disque plein",
  ENOTDIR: "ce n’est pas un dossier",
};

/** What the technician reads when the embedded PostgreSQL cannot start: one line, and what to do. */
export const texts = {
  noBinaries: (system: string) =>
    `Le PostgreSQL embarqué n’existe pas pour ce système (${system}) : donnez l’adresse d’un PostgreSQL dans DATABASE_URL.`,
  noBinaryCopy: (folder: string, reason: string) =>
    `Les programmes de PostgreSQL ne peuvent pas être copiés dans ${folder} (${reason}).`,
  noServerUser:
    "PostgreSQL refuse de tourner en root, et ce système n’a ni utilisateur postgres ni utilisateur nobody : lancez Préau avec un autre compte.",
  noAccount: (uid: number) =>
    `Le compte ${uid} n’existe pas dans /etc/passwd, et PostgreSQL en a besoin : lancez Préau avec un autre compte.`,
  notWritable: (folder: string, reason: string) =>
    `Le dossier de données ${folder} ne peut pas être écrit (${reasons[reason] ?? reason}).`,
  inUse: (folder: string, pid: string | undefined) =>
    `Le dossier de données ${folder} sert déjà à un autre Préau${pid === undefined ? "" : ` (processus ${pid})`}.`,
  anotherUser: (folder: string, uid: number) =>
    `La base dans ${folder} appartient à un autre utilisateur (${uid}) : lancez Préau avec le compte qui l’a créée.`,
  notACluster: (folder: string) =>
    `Le dossier ${folder} contient autre chose qu’une base de Préau : choisissez un autre DATA_DIR.`,
  otherVersion: (folder: string, found: string, expected: string) =>
    `La base dans ${folder} est celle d’un PostgreSQL ${found}, ce Préau apporte le ${expected} : sauvegardez-la avec l’ancien, restaurez-la avec celui-ci.`,
  failed: (reason: string, logFile: string) =>
    `PostgreSQL n’a pas démarré : ${reason} (journal : ${logFile}).`,
  notRunning: (folder: string) => `Aucun Préau ne tourne avec le dossier de données ${folder}.`,
  silent: "il ne répond pas",
  diedAndRestarts: "PostgreSQL s’est arrêté sans qu’on le lui demande : il est relancé.",
  restarted: "PostgreSQL répond de nouveau.",
  restartFailed: (sentence: string) => `PostgreSQL n’a pas pu être relancé : ${sentence}`,
  gaveUp: "PostgreSQL s’est arrêté trop de fois de suite : il n’est plus relancé. Redémarrez Préau.",
  recovering: "PostgreSQL relit son journal après un arrêt brutal…",
};
