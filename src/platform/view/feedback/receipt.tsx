import type { ComponentChildren } from "preact";
import { StateLabel, type StateTone } from "../data/state-label.tsx";
import { Icon } from "../icons/icon.tsx";

/** What was saved, with the reference under which it can be found again. Holds the page's `<h1>`. */
export function Receipt(props: { title: string; reference?: string; children: ComponentChildren }) {
  return (
    <section class="receipt">
      <h1>
        <Icon name="check" />
        {props.title}
      </h1>
      {props.reference && <p class="soft">{props.reference}</p>}
      {props.children}
    </section>
  );
}

export type Change = {
  tone: StateTone;
  word: string;
  what: ComponentChildren;
  /** Why it was refused, or until when it can still change. */
  detail?: ComponentChildren;
};

/** Lines of a confirmation or a receipt: added, cancelled, refused with its reason. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <ul class="changes">
      {changes.map((change) => (
        <li>
          <StateLabel tone={change.tone} word={change.word} />
          <span>{change.what}</span>
          {typeof change.detail === "string" ? <p>{change.detail}</p> : change.detail}
        </li>
      ))}
    </ul>
  );
}
