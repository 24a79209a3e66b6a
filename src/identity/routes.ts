import type { Route } from "#platform";

import { brandRoutes } from "./pages/brand/route.ts";
import { choosePasswordRoutes } from "./pages/choose-password/route.tsx";
import { devicesRoutes } from "./pages/devices/route.tsx";
import { settingRoutes } from "./pages/setting/route.tsx";
import type { IdentityPages } from "./pages/settings.ts";
import { signInRoutes } from "./pages/sign-in/route.tsx";
import { signOutRoute } from "./pages/sign-out/route.ts";
import type { Visit } from "./visit.ts";

/** The pages of identity: signing in and out, passwords, devices, how the authority shows itself. */
export function identityRoutes(settings: IdentityPages): readonly Route<Visit>[] {
  return [
    ...signInRoutes(settings),
    signOutRoute,
    ...choosePasswordRoutes,
    ...devicesRoutes,
    ...settingRoutes,
    ...brandRoutes,
  ];
}
