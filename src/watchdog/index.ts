export { readTopics } from "./alarms/read-topics.ts";
export { silence } from "./alarms/silence.ts";
export type { Topic } from "./alarms/topic.ts";
export { morningJob, watchMorning } from "./morning-job.ts";
export { WatchSummary } from "./pages/agent/summary.tsx";
export { readWatchSections, watchSections, writeWatchSections } from "./setting/section.ts";
export { watchdogRoutes } from "./pages/routes.ts";
