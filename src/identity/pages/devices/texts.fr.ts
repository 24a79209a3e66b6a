/** Words of the list of connected devices. */
export const texts = {
  title: "Mes appareils connectés",
  intro:
    "Voici les appareils où votre compte est ouvert. Si vous ne reconnaissez pas un appareil, déconnectez-le, puis demandez à votre collectivité un lien pour changer de mot de passe.",
  current: "Cet appareil",
  signedIn: (moment: string) => `Connecté depuis le ${moment}`,
  lastSeen: (moment: string) => `Dernière visite le ${moment}`,
  disconnect: "Déconnecter",
  disconnectThis: "Se déconnecter",
  everywhereTitle: "Un doute ?",
  everywhere:
    "Déconnecte tous vos appareils, celui-ci aussi. Il faudra écrire votre mot de passe sur chacun.",
  everywhereSubmit: "Tout déconnecter",
  done: "L’appareil est déconnecté.",
  alreadyGone: "Cet appareil n’était plus connecté.",
} as const;
