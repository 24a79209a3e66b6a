import type { ComponentChildren } from "preact";

import { texts } from "./texts.fr.ts";

/** The sections of a file, in their order; each is an anchor of the page. */
export const SECTIONS = [
  "adults",
  "children",
  "authority",
  "persons",
  "payers",
  "enrolments",
  "coming",
  "history",
] as const;

/** One section of a file, under its heading. */
export function Section({ id, children }: { id: (typeof SECTIONS)[number]; children: ComponentChildren }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{texts[id]}</h2>
      {children}
    </section>
  );
}
