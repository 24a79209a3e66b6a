/** Words of « Actualités ». */
export const texts = {
  title: "Actualités",
  lead: "Ce que publie votre collectivité.",
  none: "Rien pour l’instant",
  noneMore: "Les nouvelles et les documents de votre collectivité paraîtront ici.",
  visitor: "Connectez-vous pour lire aussi ce qui est publié pour votre famille.",
  signIn: "Se connecter",
  back: "Actualités",
  published: (at: string) => `Publié le ${at}`,
  changed: (at: string) => `modifié le ${at}`,
  states: {
    toAccept: "À accepter",
    unread: "Non lu",
    accepted: "Accepté",
    read: "Lu",
  },
  read: "Lire",
  readWhat: (title: string) => `« ${title} »`,
  accept: {
    title: "Accepter ce règlement",
    lead: "En l’acceptant, vous confirmez l’avoir lu. Nous gardons la date et cette version.",
    box: "J’ai lu ce règlement et je l’accepte",
    submit: "Accepter",
    tick: "Cochez la case pour accepter.",
    changed:
      "Ce règlement a changé pendant que vous le lisiez. Voici la dernière version : relisez-la avant de l’accepter.",
    again: "Ce règlement a changé depuis que vous l’avez accepté : relisez-le.",
  },
  accepted: (version: number, at: string) => `Vous avez accepté la version ${version} le ${at}.`,
  done: "C’est enregistré : vous avez accepté ce règlement.",
  home: {
    toAccept: "À lire et à accepter",
    pinned: "À la une",
    all: "Toutes les actualités",
  },
} as const;
