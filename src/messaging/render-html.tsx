import { keepSigns } from "#platform";
import { renderToString } from "preact-render-to-string";

import { Lines } from "./lines.tsx";
import type { MessageBlock, MessageContent } from "./content.ts";
import { mailStyles } from "./mail-styles.ts";

/**
 * The message as an HTML mail: one column, system fonts, no picture and nothing to fetch, light or dark as the
 * reader's telephone is. Preact escapes every word; the styles are ours and hold nothing of the message.
 */
export function renderHtml(subject: string, { greeting, blocks, signature }: MessageContent): string {
  const mail = (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: mailStyles }} />
      </head>
      <body>
        <main class="mail">
          <h1>{subject}</h1>
          {greeting === undefined ? null : <p>{greeting}</p>}
          {blocks.map((block, index) => (
            <Block key={index} block={block} />
          ))}
          <p class="signature">
            <Lines text={signature} />
          </p>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${keepSigns(renderToString(mail))}\n`;
}

function Block({ block }: { block: MessageBlock }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Lines text={block.text} />
        </p>
      );
    case "list":
      return (
        <>
          {block.title === undefined ? null : <h2>{block.title}</h2>}
          <ul>
            {block.items.map((item, index) => (
              <li key={index}>{item}</li>
            ))}
          </ul>
        </>
      );
    case "link":
      return (
        <p>
          <a class="action" href={block.href}>
            {block.label}
          </a>
        </p>
      );
  }
}
