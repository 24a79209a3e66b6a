import { commands } from "./commands/index.ts";
import { LOAD_ASIDE, loadAsTold } from "./demonstration/index.ts";
import { texts } from "./texts.fr.ts";

const [name = "", ...args] = process.argv.slice(2);
const command = commands[name];

if (name === LOAD_ASIDE) {
  process.exitCode = await loadAsTold();
} else if (command === undefined) {
  console.error(texts.usage(Object.values(commands)));
  process.exitCode = name === "" || name === "aide" || name === "--help" ? 0 : 1;
} else {
  // The code is set rather than imposed, so that what is still being written gets written.
  process.exitCode = await command.run(args);
}
