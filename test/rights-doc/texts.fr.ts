export const texts = {
  heading: "# Les droits de Préau",
  introduction:
    "Qui peut ouvrir quelle page, et ce que chaque rôle d’agent peut faire. Ce document est tiré du programme par `node bin/rights-doc` et ne se corrige donc pas ici.",
  roles: "## Les rôles des agents",
  rolesIntroduction:
    "Un rôle se donne partout, ou pour un seul lieu. Les droits sont définis dans [src/app/roles.ts](../src/app/roles.ts).",
  routes: "## Les adresses",
  routesIntroduction:
    "Une adresse qui n’est pas pour une personne lui répond comme une adresse inconnue ; un visiteur est envoyé se connecter. « partout » : le rôle doit valoir pour tous les lieux.",
  role: {
    administrator: "administrateur",
    reception: "accueil",
    siteManager: "responsable de lieu",
    kitchen: "cuisine",
    regisseur: "régisseur",
  } as Readonly<Record<string, string>>,
  right: "droit",
  method: "méthode",
  path: "adresse",
  access: "pour qui",
  yes: "oui",
  no: "",
} as const;
