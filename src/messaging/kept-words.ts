import { keepSignsOfText } from "#platform";

import type { MessageBlock, MessageContent } from "./content.ts";

/** The words of a message with the no-break spaces of French: « Place libre : », « 3,20 € ». Addresses stay as they are. */
export function keptWords({ greeting, blocks, signature }: MessageContent): MessageContent {
  return {
    ...(greeting === undefined ? {} : { greeting: keepSignsOfText(greeting) }),
    blocks: blocks.map(keptBlock),
    signature: keepSignsOfText(signature),
  };
}

function keptBlock(block: MessageBlock): MessageBlock {
  switch (block.kind) {
    case "paragraph":
      return { ...block, text: keepSignsOfText(block.text) };
    case "list": {
      const { title, items } = block;
      const kept = items.map(keepSignsOfText);
      return { ...block, ...(title === undefined ? {} : { title: keepSignsOfText(title) }), items: kept };
    }
    case "link":
      return { ...block, label: keepSignsOfText(block.label) };
  }
}
