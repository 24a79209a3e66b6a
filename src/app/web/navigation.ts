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
  { section: "history", href: "/historique", label: "Historique" },
];

const AGENT: readonly (Entry & { right: string })[] = [
  { section: "agent-home", href: "/agent", label: "Ma journée", right: "kitchen.read" },
  { section: "families", href: "/agent/familles", label: "Familles", right: "families.read" },
  { section: "kitchen", href: "/agent/cuisine", label: "Cuisine", right: "kitchen.read" },
  { section: "closures", href: "/agent/fermetures", label: "Fermetures", right: "closures.write" },
  { section: "calendar", href: "/agent/calendrier", label: "Calendrier", right: "calendar.write" },
  { section: "settings", href: "/agent/reglages", label: "Réglages", right: "settings.write" },
];

/** The links of the header: the agent's for whoever is one, then the family's for whoever has one. */
export function navigationOf(actor: Actor, section: string | undefined): NavigationLink[] {
  if (actor.kind === "visitor") return [];
  const agent = AGENT.filter(({ right }) => mayAnywhere(actor, right));
  const family = actor.guardian === null ? [] : FAMILY;
  return [...agent, ...family].map((entry) => ({
    href: entry.href,
    label: entry.label,
    current: entry.section === section,
  }));
}
