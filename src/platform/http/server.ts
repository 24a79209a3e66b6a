import cookies from "@fastify/cookie";
import compress from "@fastify/compress";
import forms from "@fastify/formbody";
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { constants } from "node:zlib";

import { Door } from "../crowd/door.ts";
import { waitingPage } from "../crowd/waiting-page.tsx";
import { page, type Answer } from "./answer.ts";
import { serveAssets } from "./assets.ts";
import { formCookie } from "./cookies.ts";
import {
  crowded,
  failurePage,
  oldForm,
  refusalPage,
  unknownHost,
  unknownPage,
  unreadable,
} from "./failures.tsx";
import { isFormToken } from "./form-token.ts";
import { send } from "./reply.ts";
import { sentAgainPage, sentForm } from "./sent-again.tsx";
import type { RawInput, Route } from "./route.ts";
import { securityHeaders } from "./security-headers.ts";
import { answerUnreadable } from "./unreadable-request.ts";
import { UploadForm } from "./upload-form.ts";
import { LONGEST_UPLOAD_MS, takeUploads } from "./uploads.ts";
import type { Arrival, WebSettings } from "./web-settings.ts";

/** Bodies beyond this are refused: no form of ours comes near it. */
const LARGEST_BODY = 512 * 1024;

/** Builds the web server of these routes; it does not listen yet. */
export async function createWebServer<Visit>(settings: WebSettings<Visit>): Promise<FastifyInstance> {
  const headers = securityHeaders();
  const app = fastify({
    loggerInstance: settings.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.trustProxy,
    bodyLimit: LARGEST_BODY,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    exposeHeadRoutes: true,
    requestTimeout: LONGEST_UPLOAD_MS,
    clientErrorHandler: (error, socket) => {
      settings.log.warn({ code: error.code }, "refused: unreadable request");
      answerUnreadable(error, socket, { headers, html: () => unreadablePage(settings) });
    },
    rewriteUrl: ({ url = "/" }) => readableUrl(url),
  });
  await app.register(cookies);
  await app.register(forms, { bodyLimit: LARGEST_BODY });
  await app.register(compress, {
    global: true,
    threshold: 800,
    encodings: ["br", "gzip"],
    // At its default quality (11) a planning took 33 ms to compress, for 300 bytes less than at 5.
    brotliOptions: {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: 5,
      },
    },
  });
  takeUploads(app);
  app.addHook("onRequest", async (_http, reply) => {
    reply.headers(headers);
  });
  app.addHook("onResponse", async (http, reply) => {
    if (http.routeOptions.url === "/assets/:file" || http.routeOptions.url === "/healthz") return;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    http.log.info(
      { method: http.method, route: http.routeOptions.url, status: reply.statusCode, ms },
      "answered",
    );
  });
  serveAssets(app, settings.assets);
  app.get("/healthz", async (_http, reply) => {
    const { healthy, report } = await settings.health();
    return reply
      .code(healthy ? 200 : 503)
      .header("cache-control", "no-store")
      .send(report);
  });
  const door = new Door();
  for (const route of settings.routes) {
    app.route({
      method: route.method,
      url: route.path,
      config: { uploads: route.uploads === true },
      handler: (http, reply) => respondInTurn(door, settings, route, http, reply),
    });
  }
  app.setNotFoundHandler(async (http, reply) => {
    const visit = await settings.begin(arrivalOf(http, settings.now()));
    return send(settings, visit, visit === undefined ? unknownHost : unknownPage, http, reply);
  });
  app.setErrorHandler(async (error, http, reply) => {
    const answer = failurePage(error, http.id);
    if (answer.refusal.status >= 500) http.log.error({ err: error }, "failed");
    else http.log.warn({ err: error }, "refused");
    return send(settings, undefined, answer, http, reply);
  });
  return app;
}

/** Nobody is known yet, and there is no form to answer with. */
function unreadablePage<Visit>({ render }: WebSettings<Visit>): string {
  return render(refusalPage(unreadable.refusal), { visit: undefined, formToken: "" });
}

/** « /recus/%ff » is no text: the router would answer it by itself, in English; it is an unknown page as any other. */
function readableUrl(url: string): string {
  try {
    decodeURIComponent(url.split(/[?;#]/, 1)[0] ?? "");
    return url;
  } catch {
    return "/adresse-illisible";
  }
}

/** The answer, once it is this request's turn; the waiting room before that for whoever came when too many were. */
async function respondInTurn<Visit>(
  door: Door,
  settings: WebSettings<Visit>,
  route: Route<Visit>,
  http: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (route.fromOutside !== true && !settings.neverWaits(http.url)) {
    const place = door.ask(http, reply, settings.now());
    if (place.kind === "waiting") {
      void reply.header("retry-after", place.askAgainSeconds);
      const answer = { kind: "page", page: waitingPage(place), status: 503 } as const;
      return send(settings, undefined, answer, http, reply);
    }
  }
  const work = () => respond(settings, route, http, reply);
  const answered = await (http.body instanceof UploadForm ? door.takeUpload(work) : door.take(work));
  return answered.ok ? answered.value : send(settings, undefined, crowded, http, reply);
}

async function respond<Visit>(
  settings: WebSettings<Visit>,
  route: Route<Visit>,
  http: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await settings.begin(arrivalOf(http, settings.now()));
  if (visit === undefined) return send(settings, visit, unknownHost, http, reply);
  const raw = rawInputOf(http);
  let handling = route;
  if (http.method === "POST" && route.fromOutside !== true && !isOurForm(settings, visit, http)) {
    const again = isFromOurPage(http) ? shownBy(settings, route) : undefined;
    if (again === undefined) {
      http.log.warn("refused: form token");
      return send(settings, visit, await sendAgain(settings, route, visit, http), http, reply);
    }
    handling = again;
  }
  const answer = await handling.handle(visit, raw);
  if (answer.kind === "sign-in") {
    // Whoever signs in first sees again what was sent.
    const path = shownBy(settings, route)?.path ?? http.url;
    const sent = { ...raw, method: http.method, path };
    return send(settings, visit, await settings.signIn(visit, sent), http, reply);
  }
  return send(settings, visit, answer, http, reply);
}

/**
 * A form whose token is too old, or made for a cookie that is gone. What a page of ours sent is not lost: whoever must sign
 * in signs in first, whoever is signed in sends it again by one press. Another site, or a form that everybody may send (it
 * may hold a password), is refused, with the way back.
 */
async function sendAgain<Visit>(
  settings: WebSettings<Visit>,
  route: Route<Visit>,
  visit: Visit,
  http: FastifyRequest,
): Promise<Answer> {
  const backTo = cameFrom(settings, route, http);
  if (!isFromOurPage(http)) return oldForm(backTo);
  const raw = rawInputOf(http);
  const admitted = route.admits(visit);
  if (admitted === "sign-in") return settings.signIn(visit, { ...raw, method: http.method, path: http.url });
  const isSignedIn = settings.sessionSecret(visit) !== null;
  const form = isSignedIn && raw.files === undefined ? sentForm(http.url, raw.body) : undefined;
  return admitted === "allowed" && form !== undefined
    ? page(sentAgainPage(form, backTo), 403)
    : oldForm(backTo);
}

/** The page that a form was sent from; that of the form's own address where the browser does not say. */
function cameFrom<Visit>(
  { routes }: WebSettings<Visit>,
  { path }: Route<Visit>,
  http: FastifyRequest,
): string | undefined {
  const pages = routes.filter(({ method }) => method === "GET");
  const { referer } = http.headers;
  const from = typeof referer === "string" && URL.canParse(referer) ? new URL(referer) : undefined;
  // A page that answered a form has an address of its own only where one may ask for it.
  if (from?.host === http.host && pages.some((one) => isAt(one.path, from.pathname)))
    return `${from.pathname}${from.search}`;
  return pages.some((one) => one.path === path) ? http.url : undefined;
}

/** Whether an address is of a pattern: « /agent/regie/:regie ». */
const isAt = (pattern: string, pathname: string) =>
  new RegExp(`^${pattern.replaceAll(/:[^/]+/g, "[^/]+")}$`).test(pathname);

/** The route that shows a form of this one again, writing nothing. */
function shownBy<Visit>(
  { routes }: WebSettings<Visit>,
  { shownBy: path }: Route<Visit>,
): Route<Visit> | undefined {
  return path === undefined ? undefined : routes.find((one) => one.method === "POST" && one.path === path);
}

/**
 * The browser says that a page of this very site sends it: the token is only too old, or of a session that has ended.
 * A browser that says nothing is not believed.
 */
function isFromOurPage(http: FastifyRequest): boolean {
  return http.headers["sec-fetch-site"] === "same-origin";
}

/** The form was made by us for this visitor, and the browser does not say that another site sends it. */
function isOurForm<Visit>(settings: WebSettings<Visit>, visit: Visit, http: FastifyRequest): boolean {
  const from = http.headers["sec-fetch-site"];
  if (from === "cross-site" || from === "same-site") return false;
  const secret = settings.sessionSecret(visit) ?? http.cookies[formCookie];
  const token = tokenOf(rawInputOf(http).body);
  return secret !== undefined && token !== undefined && isFormToken(token, secret);
}

function rawInputOf({ params, query, body }: FastifyRequest): RawInput {
  return body instanceof UploadForm
    ? { params, query, body: body.fields, files: body }
    : { params, query, body };
}

function tokenOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("formulaire" in body)) return undefined;
  return typeof body.formulaire === "string" ? body.formulaire : undefined;
}

function arrivalOf(http: FastifyRequest, now: Temporal.Instant): Arrival {
  return {
    host: http.host.toLowerCase().replace(/:\d+$/, ""),
    origin: `${http.protocol}://${http.host.toLowerCase()}`,
    path: http.url,
    address: http.ip,
    device: (http.headers["user-agent"] ?? "").slice(0, 200),
    cookies: http.cookies,
    now,
  };
}
