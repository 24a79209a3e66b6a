export const texts = {
  product: "Préau",
  signOut: "Se déconnecter",
  demonstration:
    "Démonstration : les communes sont réelles, les écoles, les familles et les prix sont inventés.",
  footerLinks: (accessibility: string) => [
    { href: "/aide", label: "Aide et contact" },
    { href: "/accessibilite", label: accessibility },
    { href: "/donnees-personnelles", label: "Données personnelles" },
    { href: "/plan-du-site", label: "Plan du site" },
  ],
  needHelp: "Besoin d’aide ? Appelez le ",
  helpHours: (hours: string) => ` (${hours}).`,
  formStays: {
    title: "Ce formulaire n’est pas encore enregistré",
    off: "Pas de connexion pour le moment. Vos choix restent sur cette page : appuyez de nouveau sur le bouton quand elle revient.",
  },
  shortcutsLink: { href: "/agent/raccourcis", label: "Raccourcis clavier" },
} as const;
