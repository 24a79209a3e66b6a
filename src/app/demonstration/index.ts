export { demonstrationAccounts, demonstrationPassword } from "./accounts.ts";
export { loadDemonstration } from "./load-demonstration.ts";
