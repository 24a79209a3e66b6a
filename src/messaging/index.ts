export {
  acknowledgementBlocks,
  acknowledgementOf,
  type Acknowledgement,
  type Received,
} from "./acknowledgement/acknowledgement.ts";
export { AcknowledgementCard } from "./acknowledgement/acknowledgement-view.tsx";
export { acknowledgementFile } from "./acknowledgement/print-acknowledgement.ts";
export { silenceSentence } from "./acknowledgement/texts.fr.ts";
export type { MessageBlock } from "./content.ts";
export { mailOffice } from "./mail-office.ts";
export { oldMessages } from "./old-messages.ts";
export { devMailRoutes } from "./pages/dev-mail/routes.ts";
export { smtpTransport } from "./transport.ts";
export { writeMessage, writeMessages, type NewMessage } from "./write-message.ts";
