import { texts } from "../texts.fr.ts";

/** One thing to correct; `field` is the id of the control that the line leads to. */
export type Correction = { field?: string | undefined; message: string };

/**
 * What has to be corrected, above the form, each line leading to its field. It is announced
 * (`role="alert"`) and never takes the focus by itself. Nothing when there is nothing to say.
 */
export function ErrorSummary({
  items,
  title = texts.toCorrect,
}: {
  items: readonly Correction[];
  title?: string;
}) {
  if (items.length === 0) return null;
  return (
    <div class="summary" role="alert">
      <h2>{title}</h2>
      <ul>
        {items.map(({ field, message }) => (
          <li>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
