import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Route } from "./route.ts";
import { readMultipart } from "./uploaded-file.ts";

interface UploadParts<Visit> {
  /** Answers a request of a route whose body was read. */
  respond(route: Route<Visit>, http: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** Answers whoever may not use the route, before a byte of the body is read; undefined where the route is open. */
  turnAway(route: Route<Visit>, http: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined>;
}

/**
 * The routes that take files. They alone read `multipart/form-data` and larger bodies, and of those alone who may use
 * them: what a stranger sends is never held in memory.
 */
export async function addUploadRoutes<Visit>(
  app: FastifyInstance,
  routes: readonly Route<Visit>[],
  { respond, turnAway }: UploadParts<Visit>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      "multipart/form-data",
      { parseAs: "buffer" },
      async (http: FastifyRequest, body: Buffer) => readMultipart(body, http.headers["content-type"] ?? ""),
    );
    for (const route of routes) {
      if (route.largestBody === undefined) continue;
      scope.route({
        method: route.method,
        url: route.path,
        bodyLimit: route.largestBody,
        onRequest: (http, reply) => turnAway(route, http, reply),
        handler: (http, reply) => respond(route, http, reply),
      });
    }
  });
}
