import { z } from "zod";

import type { Answer } from "./answer.ts";
import { unreadable } from "./failures.tsx";
import type { IncomingFiles } from "./upload-form.ts";

/** Whether this visit may use a route: yes (seen as what it was found to be), only once signed in, or no. */
export type AccessDecision<Admitted> =
  | { kind: "allowed"; visit: Admitted }
  | { kind: "sign-in" }
  | { kind: "refused" };

/** Who may use a route. Its name stands in the generated table of rights. */
export interface AccessRule<Visit, Admitted = Visit> {
  name: string;
  decide(visit: Visit): AccessDecision<Admitted>;
}

/** A field of a form and what to write there. */
export interface FieldMessage {
  field: string;
  message: string;
}

/** What came over the wire, before any schema. */
export interface RawInput {
  params: unknown;
  query: unknown;
  body: unknown;
  /** The files of a form, as they arrive. */
  files?: IncomingFiles;
}

interface RouteShape<Visit, Admitted, Input> {
  method: "GET" | "POST";
  /** Fastify's pattern: « /agent/lieux/:site/jours/:date ». */
  path: string;
  access: AccessRule<Visit, Admitted>;
  /** `z.object({ params, query, body })`, whichever the route takes; `noInput` where it takes nothing. */
  input: z.ZodType<Input>;
  answer(visit: Admitted, input: Input, files: IncomingFiles): Promise<Answer>;
  /**
   * The POST address that shows the same form again to be confirmed, and writes nothing: where a form of ours leads
   * whose token is too old, or that was sent after the session had ended. Without it, what was typed is lost.
   */
  shownBy?: string;
  /**
   * Another site or a machine sends this (a payment service): no form token is asked of it, and it waits behind no crowd.
   * What comes is a hint at most, and the route believes nothing of it, unless its address is itself a secret that it was given.
   */
  fromOutside?: boolean;
  /** The form may carry files (`multipart/form-data`), which the route reads as they arrive. */
  uploads?: boolean;
  /** A form that shows itself again with its messages; without it, what does not fit gets a plain page. */
  toCorrect?(visit: Admitted, messages: readonly FieldMessage[], raw: RawInput): Promise<Answer>;
}

/** A route with its input parsed at the edge. */
export interface Route<Visit> {
  method: "GET" | "POST";
  path: string;
  /** The access rule's name. */
  access: string;
  shownBy?: string | undefined;
  fromOutside?: boolean | undefined;
  uploads?: boolean | undefined;
  /** Whether this visit may use it, and once signed in; nothing is read or written. */
  admits(visit: Visit): AccessDecision<unknown>["kind"];
  handle(visit: Visit, raw: RawInput): Promise<Answer>;
}

const NO_FILES: IncomingFiles = {
  async *[Symbol.asyncIterator]() {
    // A form without any.
  },
};

/** The input of a route that takes nothing: what is sent all the same is not passed on. */
export const noInput: z.ZodType = z.unknown().transform(() => undefined);

/**
 * Declares a route. An address that does not parse (`params`) does not exist; a query or a body that does
 * not parse is shown again by the page (`toCorrect`) or refused.
 */
export function route<Visit, Admitted, Input>(shape: RouteShape<Visit, Admitted, Input>): Route<Visit> {
  const { method, path, access, input, shownBy, fromOutside, uploads } = shape;
  return {
    method,
    path,
    access: access.name,
    shownBy,
    fromOutside,
    uploads,
    admits: (visit) => access.decide(visit).kind,
    async handle(visit, raw) {
      const decision = access.decide(visit);
      if (decision.kind === "sign-in") return { kind: "sign-in" };
      // What a person may not use is not shown to exist.
      if (decision.kind === "refused") return { kind: "not-found" };
      const { params, query, body, files = NO_FILES } = raw;
      const parsed = await input.safeParseAsync({ params, query: query ?? {}, body: body ?? {} });
      if (parsed.success) return shape.answer(decision.visit, parsed.data, files);
      const { issues } = parsed.error;
      if (issues.some((issue) => issue.path[0] === "params")) return { kind: "not-found" };
      const messages = issues.map((issue) => ({
        field: issue.path.slice(1).join("."),
        message: issue.message,
      }));
      return shape.toCorrect?.(decision.visit, messages, raw) ?? unreadable;
    },
  };
}
