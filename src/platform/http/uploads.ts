import type { IncomingMessage } from "node:http";

import type { FastifyInstance, FastifyRequest } from "fastify";

import { UploadForm } from "./upload-form.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    uploads?: boolean;
  }
}

/** A whole form over the slowest telephone; who sends a byte now and then does not hold a connection for ever. */
const LONGEST_FORM_MS = 120_000;

/** 10 MB at 20 kB a second: what a request may take where files are expected, and only there. */
export const LONGEST_UPLOAD_MS = 600_000;

/** Forms with files are read as they arrive, by the routes that expect some. */
export function takeUploads(app: FastifyInstance): void {
  app.addContentTypeParser(
    "multipart/form-data",
    async ({ routeOptions, headers }: FastifyRequest, body: IncomingMessage) => {
      if (routeOptions.config.uploads !== true) throw new UnexpectedFiles();
      return UploadForm.begin(body, headers);
    },
  );
  app.addHook("onRequest", async ({ raw, method, routeOptions }) => {
    if (method === "POST" && routeOptions.config.uploads !== true) hurry(raw);
  });
  // A browser that is still sending reads no answer: what is left of the form comes first.
  app.addHook("onSend", async ({ body }, reply) => {
    if (body instanceof UploadForm && !(await body.finish())) void reply.header("connection", "close");
  });
}

/** Gives up a form that has not come whole in time. */
function hurry(http: IncomingMessage): void {
  const late = setTimeout(() => http.destroy(), LONGEST_FORM_MS).unref();
  http.once("end", () => clearTimeout(late));
  http.once("close", () => clearTimeout(late));
}

class UnexpectedFiles extends Error {
  readonly statusCode = 415;
  override readonly message = "Files, where none are expected";
}
