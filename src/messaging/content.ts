/** One part of a message, in plain words: what is written is escaped when it is rendered. */
export type MessageBlock =
  | { kind: "paragraph"; text: string }
  /** « Réservés » and its lines. */
  | { kind: "list"; title?: string; items: readonly string[] }
  /** One thing to do, as a full address: « Voir le reçu », https://… */
  | { kind: "link"; label: string; href: string };

/** What a message says, before it is text and HTML. */
export interface MessageContent {
  /** « Bonjour Claire Lefebvre, » */
  greeting?: string;
  blocks: readonly MessageBlock[];
  /** Who writes: « Communauté de communes Ponthieu-Marquenterre ». A line break starts a new line. */
  signature: string;
}
