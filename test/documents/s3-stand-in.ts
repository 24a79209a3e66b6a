import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";

/**
 * A bucket in memory that speaks as much of S3 as we do, two files a listing; it believes no request without a signature
 * of version 4, and says that it is full past `room` bytes.
 */
export async function s3StandIn({ room = Infinity } = {}): Promise<{ url: URL; close(): Promise<void> }> {
  const files = new Map<string, Buffer>();
  const server = createServer(async (http, answer) => {
    const { pathname, searchParams } = new URL(http.url ?? "/", "http://s3");
    const body = await buffer(http);
    const say = (status: number, text: string | Buffer = "") => answer.writeHead(status).end(text);
    const signed = http.headers.authorization?.startsWith("AWS4-HMAC-SHA256 Credential=cle/") ?? false;
    if (!signed) return say(403, "AccessDenied");
    if (http.method === "PUT" && http.headers["content-length"] === undefined) return say(411);
    const held = files.values().reduce((sum, { length }) => sum + length, 0);
    if (http.method === "PUT" && held + body.length > room) return say(403, "<Code>QuotaExceeded</Code>");
    if (http.method === "PUT") return files.set(pathname, body) && say(200);
    if (http.method === "DELETE") return (files.delete(pathname), say(204));
    if (searchParams.get("list-type") !== "2") {
      const file = files.get(pathname);
      return file === undefined ? say(404, "NoSuchKey") : say(200, file);
    }
    const from = Number(searchParams.get("continuation-token") ?? "0");
    const prefix = searchParams.get("prefix") ?? "";
    const keys = [...files.keys()]
      .map((path) => path.replace("/seau/", ""))
      .filter((key) => key.startsWith(prefix));
    const contents = keys
      .slice(from, from + 2)
      .map(
        (key) =>
          `<Contents><Key>${key}</Key><LastModified>2020-01-01T00:00:00.000Z</LastModified></Contents>`,
      );
    const next = from + 2 < keys.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : "";
    return say(
      200,
      `<?xml version="1.0"?><ListBucketResult><Name>seau</Name>${contents.join("")}${next}</ListBucketResult>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return {
    url: new URL(`http://cle:se%2Fcret@127.0.0.1:${address.port}/seau?region=gra`),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
