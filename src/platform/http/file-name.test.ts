import { expect, test } from "vitest";

import { attachmentNamed } from "./file-name.ts";

test("a file keeps its French name, and a plain one for old programs", () => {
  expect(attachmentNamed("Ont réservé du 2026-11-23.csv")).toBe(
    `attachment; filename="Ont reserve du 2026-11-23.csv"; filename*=UTF-8''Ont%20r%C3%A9serv%C3%A9%20du%202026-11-23.csv`,
  );
});

test("a name never ends the header’s quotes, nor starts a line", () => {
  const header = attachmentNamed(`L'été (« a" »)\r\n.csv`);
  expect(header).toBe(
    `attachment; filename="L'ete (- a- -)--.csv"; filename*=UTF-8''L%27%C3%A9t%C3%A9%20%28%C2%AB%20a%22%20%C2%BB%29%0D%0A.csv`,
  );
});
