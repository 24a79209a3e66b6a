export type { Audience } from "./audience/audience.ts";
export { plannedMenus } from "./menus/planned-menus.ts";
export { writeMenus } from "./menus/menu-week.ts";
export { HomePublications } from "./pages/family/home-section.tsx";
export { publicationRoutes } from "./pages/routes.ts";
export { accept } from "./read/accept.ts";
export { shownTo, type Shown } from "./read/shown.ts";
export { publish } from "./written/publish.ts";
export { rewrite, writeDraft } from "./written/write-publication.ts";
