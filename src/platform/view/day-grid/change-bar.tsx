import type { ComponentChildren } from "preact";

/** `{n}` stands for the number. */
export type ChangeBarWords = {
  none: string;
  addedOne: string;
  added: string;
  removedOne: string;
  removed: string;
  askedOne: string;
  asked: string;
  leftOne: string;
  left: string;
  /** What the changes cost: `{euros}` stands for the amount, with its sign. */
  cost: string;
  /** Where one of them has no price, or its hours are changed. */
  costUnknown: string;
};

/**
 * The bar that stays at the bottom of the form. Without a script it shows `children` (« Vos
 * changements seront montrés avant d'être enregistrés. ») and the button; the island writes
 * what will change in their place, with the words of its data attributes.
 */
export function ChangeBar(props: {
  words: ChangeBarWords;
  children: ComponentChildren;
  button: ComponentChildren;
}) {
  const { words } = props;
  return (
    <div class="day-bar">
      <p
        role="status"
        data-day-count
        data-none={words.none}
        data-added-one={words.addedOne}
        data-added={words.added}
        data-removed-one={words.removedOne}
        data-removed={words.removed}
        data-asked-one={words.askedOne}
        data-asked={words.asked}
        data-left-one={words.leftOne}
        data-left={words.left}
        data-cost={words.cost}
        data-cost-unknown={words.costUnknown}
      >
        {props.children}
      </p>
      {props.button}
    </div>
  );
}
