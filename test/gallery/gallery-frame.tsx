import type { ComponentChildren } from "preact";
import { document, PageLayout } from "#platform";

const assets = {
  stylesheet: "/preau.css",
  icon: "/favicon.svg",
  authorityStylesheet: "/authority.css",
  islands: ["/day-grid.js"],
};

type Frame = {
  title: string;
  before?: ComponentChildren;
  flash?: ComponentChildren;
  dense?: boolean;
  themed?: boolean;
  children: ComponentChildren;
};

const navigation = [
  { href: "/", label: "Accueil" },
  { href: "/planning", label: "Planning", current: true },
  { href: "/d", label: "Mes demandes", count: 2 },
  { href: "/e", label: "Mes documents" },
  { href: "/f", label: "Ma famille" },
  { href: "/n", label: "Actualités" },
];

/** A page of the invented authority, as text. */
export function framed({ title, themed, dense, ...page }: Frame): string {
  const authorityName = "Ponthieu-Marquenterre";
  return document({
    title,
    authorityName,
    dense,
    assets: themed ? assets : { ...assets, authorityStylesheet: undefined },
    body: (
      <PageLayout
        authority={{ name: authorityName, homeHref: "/" }}
        navigation={navigation}
        account={{
          name: "Claire Moreau",
          href: "/compte",
          signOut: { action: "/sortir", label: "Se déconnecter" },
        }}
        footer={{
          links: [
            { href: "/accessibilite", label: "Accessibilité : non conforme" },
            { href: "/aide", label: "Aide" },
            { href: "/contact", label: "Nous appeler ou nous écrire" },
            { href: "/mentions", label: "Mentions légales" },
          ],
          lines: ["Démonstration : les communes sont réelles, les familles et les prix sont inventés."],
        }}
        {...page}
      />
    ),
  });
}
