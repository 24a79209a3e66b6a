import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";

import { texts } from "./texts.fr.ts";

/** One page of the simulator, which says on each what it is. */
export function simulatorPage(title: string, content: ComponentChildren): string {
  const html = renderToString(
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${texts.siteName}`}</title>
        <link rel="stylesheet" href="/simulateur/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>{texts.banner}</header>
        <main>
          <h1>{title}</h1>
          {content}
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
