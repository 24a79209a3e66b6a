import type { ComponentChildren } from "preact";

export type PrintSheetProps = {
  title: string;
  /** Place, date, total: read first, from afar. */
  facts: readonly string[];
  children: ComponentChildren;
};

/** An A4 sheet for the wall: large letters, no navigation on paper. */
export function PrintSheet({ title, facts, children }: PrintSheetProps) {
  return (
    <section class="sheet">
      <header>
        <h1>{title}</h1>
        {facts.map((fact) => (
          <p>{fact}</p>
        ))}
      </header>
      {children}
    </section>
  );
}

/** An empty box to tick with a pen. */
export function TickBox() {
  return <span class="tick" aria-hidden="true" />;
}
