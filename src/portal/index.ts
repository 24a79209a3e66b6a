export { publicRoutes } from "./pages/public/routes.ts";
