import { Icon } from "../icons/icon.tsx";
import { texts } from "../texts.fr.ts";

/** The way from the home page to the page above this one; the page itself is its `<h1>`. */
export function Breadcrumb({ links }: { links: readonly { href: string; label: string }[] }) {
  return (
    <nav class="crumbs" aria-label={texts.youAreHere}>
      <ol>
        {links.map((link) => (
          <li>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/**
 * One step back, to a named place: « Retour au planning ». The landmark has the name of that place: an agent who confirms
 * for a family has two of them, « Revenir au dossier » and « Revenir au planning ».
 */
export function BackLink({ href, label = texts.back }: { href: string; label?: string }) {
  return (
    <nav class="crumbs" aria-label={label}>
      <a class="back" href={href}>
        <Icon name="previous" />
        {label}
      </a>
    </nav>
  );
}
