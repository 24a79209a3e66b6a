export type { MessageBlock, MessageContent } from "./content.ts";
export { type NewMessage, writeMessage } from "./write-message.ts";
