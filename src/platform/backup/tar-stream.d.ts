// tar-stream 3 brings no types; these are the parts in use.
declare module "tar-stream" {
  export interface Header {
    name: string;
    size: number;
    mtime?: Date;
    mode?: number;
  }
  export interface Pack extends AsyncIterable<Uint8Array> {
    entry(header: Header, done: (error?: Error | null) => void): { end(content: Uint8Array): void };
    finalize(): void;
    destroy(error?: Error): void;
  }
  export interface Entry extends AsyncIterable<Uint8Array> {
    header: Header;
  }
  export interface Extract extends NodeJS.WritableStream, AsyncIterable<Entry> {
    destroy(error?: Error): void;
  }
  export function pack(): Pack;
  export function extract(): Extract;
}
