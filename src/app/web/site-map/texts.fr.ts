/** Words of the site map, and the pages that a family reaches from inside another. */
export const texts = {
  title: "Plan du site",
  lead: "Toutes les pages que vous pouvez ouvrir, sur une seule liste.",
  leadVisitor: "Les pages que tout le monde peut lire. Connectez-vous pour voir aussi les vôtres.",
  everyone: "Pour tout le monde",
  visitor: [
    { href: "/", label: "Accueil" },
    { href: "/connexion", label: "Se connecter" },
  ],
  news: { href: "/actualites", label: "Actualités" },
  menus: { href: "/menus", label: "Menus" },
  family: "Votre espace famille",
  familyMore: [
    { href: "/absences", label: "Prévenir d’une absence" },
    { href: "/places-proposees", label: "Listes d’attente et places proposées" },
    { href: "/tarifs", label: "Vos tarifs" },
    { href: "/famille/quotient", label: "Quotient familial" },
    { href: "/contrats", label: "Contrats d’accueil" },
    { href: "/presences", label: "Présences de vos enfants" },
    { href: "/famille/coordonnees", label: "Mes coordonnées" },
    { href: "/famille/messages", label: "Mes messages et mes accords" },
    { href: "/alertes", label: "Mes alertes" },
    { href: "/agenda", label: "Vos réservations dans votre agenda" },
  ],
  agent: "Espace des agents",
  account: "Votre compte",
  connections: { href: "/mes-connexions", label: "Mes appareils connectés" },
} as const;
