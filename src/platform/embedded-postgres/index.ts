export { useEmbeddedPostgres, type UsedPostgres } from "./attach.ts";
export type { EmbeddedRefusal, EmbeddedRefusalCode } from "./refusal.ts";
export { startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from "./start.ts";
