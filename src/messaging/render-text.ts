import type { MessageBlock, MessageContent } from "./content.ts";

/** The message as plain text, for readers without HTML; `-- ` marks the signature (RFC 3676, 4.3). */
export function renderText({ greeting, blocks, signature }: MessageContent): string {
  const parts = [
    ...(greeting === undefined ? [] : [greeting]),
    ...blocks.map(blockText),
    `-- \n${signature}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockText(block: MessageBlock): string {
  switch (block.kind) {
    case "paragraph":
      return block.text;
    case "list": {
      const title = block.title === undefined ? [] : [block.title];
      return [...title, ...block.items.map((item) => `- ${item}`)].join("\n");
    }
    case "link":
      return `${block.label}\u00a0:\n${block.href}`;
  }
}
