export { makeExport } from "./export/make-export.ts";
export { retentionRoutes } from "./pages/agent/routes.tsx";
export { exportRoutes } from "./pages/family/routes.tsx";
export { eraseOldJob } from "./retention/erase-old.ts";
