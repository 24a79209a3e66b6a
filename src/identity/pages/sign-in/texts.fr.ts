/** Words of signing in. */
export const texts = {
  title: "Se connecter",
  email: "Adresse e-mail",
  emailHint: "Celle que vous avez donnée à votre collectivité.",
  password: "Mot de passe",
  submit: "Se connecter",
  noEmail: "Écrivez votre adresse e-mail.",
  noPassword: "Écrivez votre mot de passe.",
  longPassword: "Ce mot de passe est trop long : 1 000 caractères au plus.",
  wrong:
    "Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez l’adresse, puis écrivez de nouveau le mot de passe.",
  wait: (time: string) =>
    `Trop d’essais n’ont pas abouti. Réessayez à ${time} : le bon mot de passe sera alors accepté.`,
  busy: "Beaucoup de personnes se connectent en ce moment. Réessayez dans une minute.",
  forgotten: "Mot de passe oublié ?",
  forgottenHelp: "Votre collectivité vous donne un lien pour en choisir un nouveau.",
  forgottenCall: (contact: string) => `Appelez ou écrivez : ${contact}.`,
  insecureTitle: "Cette adresse n’est pas sécurisée",
  insecure: "Votre navigateur ne gardera pas votre connexion ici. Utilisez plutôt :",
  after: {
    deconnexion: "Vous êtes déconnecté.",
    partout: "Tous vos appareils sont déconnectés, celui-ci aussi.",
    "mot-de-passe": "Votre mot de passe est enregistré. Connectez-vous avec lui.",
  },
  endedTitle: "Votre connexion avait pris fin",
  endedCarried: "Rien n’est encore enregistré, rien n’est perdu : connectez-vous, puis reprenez votre envoi.",
  endedLost: "Ce que vous avez envoyé n’est pas enregistré. Connectez-vous, puis recommencez.",
  resumeTitle: "Reprendre",
  resume:
    "Votre connexion est faite. Ce que vous aviez envoyé n’est pas encore enregistré : envoyez-le maintenant.",
  resumeSubmit: "Reprendre mon envoi",
  resumeLeave: "Ne pas l’envoyer et aller à l’accueil",
  demonstrationTitle: "Comptes de la démonstration",
  demonstration: (password: string) => `Leur mot de passe à tous : ${password}`,
  who: "Personne",
  enter: "Entrer",
} as const;
