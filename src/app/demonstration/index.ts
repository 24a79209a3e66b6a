export { demonstrationAccounts, demonstrationPassword } from "./accounts.ts";
export { LOAD_ASIDE, loadAsTold, loadDemonstrationAside } from "./load-aside.ts";
