import { mayAnywhere, type Actor } from "#identity";
import type { NavigationLink } from "#platform";

interface Entry {
  section: string;
  href: string;
  label: string;
}

const FAMILY: readonly Entry[] = [
  { section: "home", href: "/", label: "Accueil" },
  { section: "planning", href: "/planning", label: "Planning" },
  { section: "enrolments", href: "/inscriptions", label: "Inscriptions" },
  { section: "invoices", href: "/factures", label: "Factures" },
  { section: "history", href: "/historique", label: "Historique" },
  { section: "requests", href: "/demarches", label: "Démarches" },
  { section: "documents", href: "/documents", label: "Documents" },
  { section: "family", href: "/famille", label: "Ma famille" },
  { section: "news", href: "/actualites", label: "Actualités" },
];

type AgentEntry = Entry & { right: string; shortcut: string };

/** What agents open every day. */
const DAILY: readonly AgentEntry[] = [
  { section: "agent-home", href: "/agent", label: "Ma journée", right: "kitchen.read", shortcut: "j" },
  { section: "watch", href: "/agent/veille", label: "À surveiller", right: "watch.read", shortcut: "v" },
  {
    section: "attendance",
    href: "/agent/pointage",
    label: "Pointage",
    right: "attendance.write",
    shortcut: "i",
  },
  { section: "kitchen", href: "/agent/cuisine", label: "Cuisine", right: "kitchen.read", shortcut: "c" },
  { section: "families", href: "/agent/familles", label: "Familles", right: "families.read", shortcut: "f" },
  {
    section: "requests-desk",
    href: "/agent/demarches",
    label: "Démarches",
    right: "requests.write",
    shortcut: "h",
  },
  {
    section: "occupancy",
    href: "/agent/occupation",
    label: "Occupation",
    right: "bookings.read",
    shortcut: "p",
  },
  { section: "lists", href: "/agent/listes", label: "Listes", right: "bookings.read", shortcut: "l" },
  {
    section: "contracts",
    href: "/agent/contrats",
    label: "Contrats",
    right: "bookings.read",
    shortcut: "s",
  },
  {
    section: "moves",
    href: "/agent/deplacements",
    label: "Déplacer",
    right: "bookings.write",
    shortcut: "m",
  },
  { section: "class-days", href: "/agent/classes", label: "Classes", right: "bookings.write", shortcut: "k" },
];

/** What they prepare or settle now and then: apart, so that the day is one line of a screen of 1280 px. */
const NOW_AND_THEN: readonly AgentEntry[] = [
  {
    section: "closures",
    href: "/agent/fermetures",
    label: "Fermetures",
    right: "closures.write",
    shortcut: "x",
  },
  { section: "carry-over", href: "/agent/rentree", label: "Rentrée", right: "bookings.write", shortcut: "n" },
  { section: "quotients", href: "/agent/quotients", label: "Quotients", right: "income.read", shortcut: "q" },
  {
    section: "billing",
    href: "/agent/facturation",
    label: "Facturation",
    right: "billing.read",
    shortcut: "b",
  },
  {
    section: "payments",
    href: "/agent/paiements",
    label: "Paiements",
    right: "payments.write",
    shortcut: "e",
  },
  { section: "regie", href: "/agent/regie", label: "Régie", right: "regie.use", shortcut: "u" },
  { section: "menus", href: "/agent/menus", label: "Menus", right: "menus.write", shortcut: "y" },
  {
    section: "publications",
    href: "/agent/publications",
    label: "Publications",
    right: "publications.write",
    shortcut: "w",
  },
  {
    section: "campaigns",
    href: "/agent/campagnes",
    label: "Campagnes",
    right: "campaigns.send",
    shortcut: "z",
  },
  { section: "offer", href: "/agent/offre", label: "Offre", right: "offer.read", shortcut: "t" },
  { section: "deadlines", href: "/agent/delais", label: "Délais", right: "bookings.read", shortcut: "d" },
  {
    section: "windows",
    href: "/agent/ouvertures",
    label: "Ouvertures",
    right: "windows.write",
    shortcut: "o",
  },
  {
    section: "calendar",
    href: "/agent/calendrier",
    label: "Calendrier",
    right: "calendar.write",
    shortcut: "a",
  },
  { section: "settings", href: "/agent/reglages", label: "Réglages", right: "settings.write", shortcut: "r" },
];

/** As many fit on one line at 1280 px: a régisseuse has all of hers before her, an administrator needs the second place. */
const ON_A_LINE = 11;

/** The links of the header: the agent's for whoever is one, then the family's for whoever has one. */
export function navigationOf(actor: Actor, section: string | undefined): NavigationLink[] {
  if (actor.kind === "visitor") return [];
  const links = agentLinks(actor);
  const agent = links.map((entry) => ({
    ...linkOf(entry, section),
    shortcut: entry.shortcut,
    nowAndThen: links.length > ON_A_LINE && NOW_AND_THEN.includes(entry),
  }));
  return [...agent, ...familyLinks(actor).map((entry) => linkOf(entry, section))];
}

/** Where a guardian may go from the header; nowhere for whoever is none. */
export function familyLinks(actor: Actor): readonly Entry[] {
  return actor.kind === "visitor" || actor.guardian === null ? [] : FAMILY;
}

/** Where an agent may go, and the letter that leads there after « g ». */
export function agentLinks(actor: Actor): readonly AgentEntry[] {
  return [...DAILY, ...NOW_AND_THEN].filter(({ right }) => mayAnywhere(actor, right));
}

const linkOf = (entry: Entry, section: string | undefined): NavigationLink => ({
  href: entry.href,
  label: entry.label,
  current: entry.section === section,
});
