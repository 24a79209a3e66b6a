export type { MessageBlock, MessageContent } from "./content.ts";
export { type MailOffice, type MailSettings, mailOffice } from "./mail-office.ts";
export { devMailRoutes } from "./pages/dev-mail/routes.ts";
export { smtpTransport } from "./transport.ts";
export { type NewMessage, writeMessage } from "./write-message.ts";
