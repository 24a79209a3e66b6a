/** What the launcher cannot do, in one French line for the technician. An empty line says nothing more. */
export class Refusal extends Error {
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}
