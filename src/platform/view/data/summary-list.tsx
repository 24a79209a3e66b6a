import type { ComponentChildren } from "preact";

export type Fact = {
  term: string;
  value: ComponentChildren;
  /** « Modifier », with what it changes for those who do not see the line. */
  action?: { href: string; label: string; about: string } | undefined;
};

/** Facts, one a line: the word, the value, what can be done about it. */
export function SummaryList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, value, action }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {action && (
            <dd>
              <a href={action.href}>
                {action.label}
                <span class="vh"> {action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
