import type { ComponentChildren } from "preact";

import { Marelle } from "../brand/marelle.tsx";
import { texts } from "../texts.fr.ts";

export type FooterProps = {
  /** Accessibility, help, contact, legal notice, personal data… */
  links: readonly { href: string; label: string }[];
  /** Whom to call, or the line that says that these are demonstration data. */
  lines?: readonly ComponentChildren[] | undefined;
};

/** The yard at the foot of the page. */
export function Footer({ links, lines = [] }: FooterProps) {
  return (
    <footer class="foot">
      <div class="wrap foot-in">
        <div>
          <nav aria-label={texts.footer}>
            <ul>
              {links.map((link) => (
                <li>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
          {lines.map((line) => (
            <p>{line}</p>
          ))}
        </div>
        <Marelle />
      </div>
    </footer>
  );
}
