/** Eight colours that colour-blind eyes keep apart on both themes; `tokens.scss` holds them. */
export type ChildColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export type ChildBadgeProps = { name: string; initials: string; colour: ChildColour };

/** A child is a colour and initials and a name: never one of them alone. */
export function ChildBadge({ name, initials, colour }: ChildBadgeProps) {
  return (
    <span class="badge">
      <ChildDisc initials={initials} colour={colour} />
      {name}
    </span>
  );
}

/** The disc alone, where the name is written beside it. */
export function ChildDisc({ initials, colour }: Omit<ChildBadgeProps, "name">) {
  return (
    <i class={`disc child-${colour}`} aria-hidden="true">
      {initials}
    </i>
  );
}

/** The colour of the nth child of a family, counted from 0; the ninth takes the first one again. */
export function childColour(index: number): ChildColour {
  const colours = [1, 2, 3, 4, 5, 6, 7, 8] as const;
  return colours[index % colours.length] ?? 1;
}
