import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";

import { Radios } from "./choices.tsx";
import { Select } from "./text-field.tsx";

test("a group of choices is told with its hint and its correction", () => {
  const html = renderToString(
    <Radios name="venue" legend="Comment ?" hint="Une seule" correction="Choisissez" options={[]} />,
  );
  expect(html).toContain('aria-describedby="venue-aide venue-correction"');
});

test("a list is required only where it has an empty line", () => {
  const july = { value: "07", label: "Juillet" };
  const none = { value: "", label: "Choisissez un mois" };
  const asks = (options: (typeof july)[]) =>
    renderToString(<Select name="mois" label="Mois" options={options} />).includes(" required");
  expect(asks([none, july])).toBe(true);
  expect(asks([july])).toBe(false);
});
