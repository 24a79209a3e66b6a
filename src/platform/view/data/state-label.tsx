import type { IconName } from "../icons/icon-paths.ts";
import { Icon } from "../icons/icon.tsx";

/** Drawing of each state; the colour is the class `state-<tone>`. */
export const stateIcons = {
  on: "check",
  free: "circle",
  full: "full",
  closed: "closed",
  waiting: "waiting",
  late: "lock",
  added: "plus",
  removed: "minus",
} as const satisfies Record<string, IconName>;

/** `on`: taken by this person; `free`: open to them; `late`: can no longer change. */
export type StateTone = keyof typeof stateIcons;

/** A state in a word, repeated by a drawing and a colour. */
export function StateLabel({ tone, word }: { tone: StateTone; word: string }) {
  return (
    <span class={`state state-${tone}`}>
      <Icon name={stateIcons[tone]} />
      {word}
    </span>
  );
}
