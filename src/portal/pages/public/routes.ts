import type { Visit } from "#identity";
import type { Route } from "#platform";

import { accessibility } from "./accessibility/declaration.tsx";
import { help } from "./help.tsx";
import { personalData } from "./legal.tsx";

/** What everybody may read. */
export const publicRoutes: readonly Route<Visit>[] = [help, accessibility, personalData];
