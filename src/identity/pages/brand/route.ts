import { z } from "zod";

import { authorityStylesheet, notFound, route, type Route } from "#platform";

import { anyone } from "../../access-rules.ts";
import { stylesheetHash } from "../../authorities/brand.ts";
import { authoritySetting } from "../../authorities/change-setting.ts";
import { readLogo } from "../../authorities/logo.ts";
import type { Visit } from "../../visit.ts";

/** An address that holds the hash of what it gives is kept for a year; any other for a minute. */
const maxAge = (asked: string | undefined, hash: string) => (asked === hash ? 365 * 24 * 3600 : 60);

const input = z.object({ query: z.object({ v: z.string().optional().catch(undefined) }) });

/** The authority's colours and logo, at the addresses that its `Brand` gives. */
export const brandRoutes: readonly Route<Visit>[] = [
  route({
    method: "GET",
    path: "/marque/couleurs.css",
    access: anyone,
    input,
    answer: async ({ database }, { query }) => {
      const { accent } = await database.read(authoritySetting);
      return {
        kind: "bytes",
        type: "text/css; charset=utf-8",
        body: authorityStylesheet({ accent }),
        maxAge: maxAge(query.v, stylesheetHash(accent)),
      };
    },
  }),
  route({
    method: "GET",
    path: "/marque/logo",
    access: anyone,
    input,
    answer: async ({ database }, { query }) => {
      const logo = await database.read(readLogo);
      if (logo === undefined) return notFound;
      return { kind: "bytes", type: logo.type, body: logo.bytes, maxAge: maxAge(query.v, logo.hash) };
    },
  }),
];
