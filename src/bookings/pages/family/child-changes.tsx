import type { ComponentChildren } from "preact";

import { capitalise } from "#kernel";
import { Card, ChangeList, ChildBadge, childColour, Details, type Change } from "#platform";

/** Whose lines they are. */
export interface ChildOfLines {
  firstName: string;
  lastName: string;
  colour: number;
}

/** Beyond this many days of a child, they are folded under their count. */
const SHOWN_AT_ONCE = 12;

/** The lines of one child: a count in words, then a line a day. */
export function ChildChanges(props: {
  child: ChildOfLines;
  count: string;
  changes: readonly Change[];
  see: string;
  /** Below the days. */
  after?: ComponentChildren;
}) {
  const { firstName, lastName, colour } = props.child;
  const initials = `${firstName.charAt(0)}${lastName.charAt(0)}`.toLocaleUpperCase("fr-FR");
  const days = <ChangeList changes={props.changes} />;
  return (
    <Card title={<ChildBadge name={firstName} initials={initials} colour={childColour(colour - 1)} />}>
      <p>{capitalise(props.count)}</p>
      {props.changes.length > SHOWN_AT_ONCE ? <Details summary={props.see}>{days}</Details> : days}
      {props.after}
    </Card>
  );
}
