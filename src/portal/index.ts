export { accessibilityMention } from "./pages/public/accessibility/declaration.tsx";
export { publicRoutes } from "./pages/public/routes.ts";
export { familyFileRoute } from "./pages/agent/family-file/route.ts";
export { familySearchRoute } from "./pages/agent/search/route.tsx";
export { childHealthRoute } from "./pages/agent/health/route.tsx";
export { portalFamilyRoutes } from "./pages/family/routes.ts";
export { agentDayRoute } from "./pages/agent/day/route.ts";
export { agentDocumentRoutes } from "./pages/agent/documents/routes.tsx";
