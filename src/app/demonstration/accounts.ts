/** One password for every account of the demonstration, printed at the start. */
export const demonstrationPassword = "preau-demonstration";

/** An account of the demonstration: a parent, or an agent with a role (everywhere, or at one canteen). */
export interface DemonstrationAccount {
  email: string;
  name: string;
  /** What the technician reads beside the address. */
  who: string;
  role?: { name: string; commune?: string };
}

/** Who creates the authority, and so holds its first account. */
export const administrator = {
  email: "helene.caron@exemple.fr",
  name: "Hélène Caron",
  who: "agent : administratrice",
} as const satisfies DemonstrationAccount;

/** Parents: their e-mail is the contact that the school register has. */
export const parents: readonly DemonstrationAccount[] = [
  {
    email: "claire.lefebvre@exemple.fr",
    name: "Claire Lefebvre",
    who: "mère de trois enfants, dans deux écoles",
  },
  {
    email: "thomas.bernard@exemple.fr",
    name: "Thomas Bernard",
    who: "père séparé : un enfant, celui de Claire Lefebvre aussi",
  },
  {
    email: "marc.delattre@exemple.fr",
    name: "Marc Delattre",
    who: "compagnon de Claire Lefebvre : père de Hugo, sans autorité sur Zoé",
  },
  { email: "karim.benali@exemple.fr", name: "Karim Benali", who: "père d’un enfant" },
  {
    email: "sophie.duhamel@exemple.fr",
    name: "Sophie Duhamel",
    who: "mère de trois enfants : tous les services, contrat de multi-accueil",
  },
  {
    email: "camille.roger@exemple.fr",
    name: "Camille Roger",
    who: "mère d’un enfant, hors du territoire : ce qui est réservé aux habitants lui est refusé",
  },
  {
    email: "julie.carpentier@exemple.fr",
    name: "Julie Carpentier",
    who: "mère d’un enfant, dossier incomplet : sans téléphone",
  },
];

/** Agents besides the administrator. */
export const agents: readonly DemonstrationAccount[] = [
  {
    email: "martine.leroy@exemple.fr",
    name: "Martine Leroy",
    who: "agent : accueil",
    role: { name: "reception" },
  },
  {
    email: "paul.martin@exemple.fr",
    name: "Paul Martin",
    who: "agent : responsable de la cantine de Rue",
    role: { name: "siteManager", commune: "Rue" },
  },
  {
    email: "jerome.petit@exemple.fr",
    name: "Jérôme Petit",
    who: "agent : cuisine",
    role: { name: "kitchen" },
  },
  {
    email: "nadia.roussel@exemple.fr",
    name: "Nadia Roussel",
    who: "agent : régisseuse",
    role: { name: "regisseur" },
  },
];

/** Every account, in the order in which they are printed. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [...parents, administrator, ...agents];
