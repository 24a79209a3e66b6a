import type { ComponentChildren } from "preact";

/** One subject with its heading. `level` keeps the outline of the page unbroken. */
export function Card(props: { title?: ComponentChildren; level?: 2 | 3; children: ComponentChildren }) {
  const Heading = props.level === 3 ? "h3" : "h2";
  return (
    <section class="card">
      {props.title && <Heading>{props.title}</Heading>}
      {props.children}
    </section>
  );
}
