import {
  BackLink,
  Button,
  DateField,
  ErrorSummary,
  FormToken,
  Notice,
  type Correction,
  type Page,
} from "#platform";
import type { ComponentChildren } from "preact";

export interface DatedSettingWords {
  readonly title: string;
  readonly lead: string;
  readonly from: string;
  readonly save: string;
  readonly saved: string;
}

interface DatedSettingView {
  readonly path: string;
  readonly section: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly words: DatedSettingWords;
  readonly saved: boolean;
  readonly corrections: readonly Correction[];
  readonly day: { readonly typed: string; readonly correction: string | undefined };
  /** The first day that may be written. */
  readonly firstDay?: Temporal.PlainDate;
  readonly fields: ComponentChildren;
  readonly above: ComponentChildren;
  readonly below: ComponentChildren;
}

/** From which day on, then what the setting is made of. */
export function datedSettingPage(view: DatedSettingView): Page {
  const { path, section, back, words, saved, corrections, day, firstDay, fields, above, below } = view;
  return {
    title: words.title,
    section,
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink {...back} />,
    flash: saved ? (
      <Notice tone="success" title={words.saved} announce />
    ) : (
      <ErrorSummary items={corrections} />
    ),
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {above}
        <form method="post" action={path}>
          <FormToken />
          <DateField
            name="des"
            label={words.from}
            value={day.typed}
            min={firstDay?.toString()}
            correction={day.correction}
          />
          {fields}
          <Button>{words.save}</Button>
        </form>
        {below}
      </>
    ),
  };
}
