import type { ComponentChildren } from "preact";

/** « Pourquoi ? » opened on the spot, without a script. */
export function Details(props: { summary: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="details" open={props.open}>
      <summary>{props.summary}</summary>
      <div>{props.children}</div>
    </details>
  );
}
