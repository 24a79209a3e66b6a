export const texts = {
  product: "Préau",
  signOut: "Se déconnecter",
  demonstration:
    "Démonstration : les communes sont réelles, les écoles, les familles et les prix sont inventés.",
  footerLinks: [
    { href: "/aide", label: "Aide et contact" },
    { href: "/accessibilite", label: "Accessibilité" },
    { href: "/donnees-personnelles", label: "Données personnelles" },
  ],
  shortcutsLink: { href: "/agent/raccourcis", label: "Raccourcis clavier" },
} as const;
