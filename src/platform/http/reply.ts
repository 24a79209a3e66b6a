import { randomBytes } from "node:crypto";

import type { FastifyReply, FastifyRequest } from "fastify";

import type { Answer, CookieChange, Page } from "./answer.ts";
import { cookieOptions, formCookie } from "./cookies.ts";
import { refusalPage, unknownPage } from "./failures.tsx";
import { attachmentNamed, inlineNamed } from "./file-name.ts";
import { formToken } from "./form-token.ts";
import { sandboxPolicy, securityHeaders } from "./security-headers.ts";
import type { WebSettings } from "./web-settings.ts";

/** What sending needs of the settings. */
type Frame<Visit> = Pick<WebSettings<Visit>, "render" | "sessionSecret">;

/** Turns an answer into HTTP. The only place that does. */
export async function send<Visit>(
  settings: Frame<Visit>,
  visit: Visit | undefined,
  answer: Answer,
  http: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  switch (answer.kind) {
    case "redirect":
      setCookies(reply, answer.cookies);
      return reply.header("cache-control", "no-store").redirect(answer.to, 303);
    case "file":
      return reply
        .header("content-disposition", attachmentNamed(answer.name))
        .header("cache-control", "no-store")
        .type(answer.type)
        .send(answer.body);
    case "stored":
      return reply
        .header("content-disposition", (answer.inline ? inlineNamed : attachmentNamed)(answer.name))
        .header("content-security-policy", sandboxPolicy)
        .header("cache-control", "no-store")
        .header("content-length", answer.length)
        .type(answer.type)
        .send(answer.body);
    case "bytes":
      return reply
        .header("cache-control", `public, max-age=${answer.maxAge}`)
        .type(answer.type)
        .send(answer.body);
    case "sandboxed":
      return reply
        .header("content-security-policy", sandboxPolicy)
        .header("cache-control", "no-store")
        .type("text/html; charset=utf-8")
        .send(answer.html);
    case "taken":
      return reply.code(200).header("cache-control", "no-store").send();
    case "page":
      setCookies(reply, answer.cookies);
      return sendPage(settings, visit, answer.page, answer.status ?? 200, http, reply);
    case "refusal":
    case "not-found":
    case "sign-in": {
      const { refusal } = answer.kind === "refusal" ? answer : unknownPage;
      return sendPage(settings, visit, refusalPage(refusal), refusal.status, http, reply);
    }
  }
}

function sendPage<Visit>(
  settings: Frame<Visit>,
  visit: Visit | undefined,
  content: Page,
  status: number,
  http: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const secret = (visit === undefined ? null : settings.sessionSecret(visit)) ?? formSecret(http, reply);
  if (content.formTargets !== undefined) void reply.headers(securityHeaders(content.formTargets));
  const html = settings.render(content, { visit, formToken: formToken(secret) });
  return reply.code(status).header("cache-control", "no-store").type("text/html; charset=utf-8").send(html);
}

/** A visitor's own secret for forms, given with the first page. */
function formSecret(http: FastifyRequest, reply: FastifyReply): string {
  const known = http.cookies[formCookie];
  if (known !== undefined && known.length >= 20) return known;
  const secret = randomBytes(18).toString("base64url");
  reply.setCookie(formCookie, secret, cookieOptions);
  return secret;
}

function setCookies(reply: FastifyReply, changes: readonly CookieChange[] = []): void {
  for (const { name, value, maxAge } of changes) {
    if (value === null) reply.clearCookie(name, cookieOptions);
    else reply.setCookie(name, value, maxAge === undefined ? cookieOptions : { ...cookieOptions, maxAge });
  }
}
