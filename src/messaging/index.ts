export type { MessageBlock } from "./content.ts";
export { mailOffice } from "./mail-office.ts";
export { oldMessages } from "./old-messages.ts";
export { devMailRoutes } from "./pages/dev-mail/routes.ts";
export { smtpTransport } from "./transport.ts";
export { writeMessage, writeMessages, type NewMessage } from "./write-message.ts";
