/** A command of the technician: « preau start ». */
export interface Command {
  usage: string;
  summary: string;
  /** Runs it; returns the exit code of the process. */
  run(args: readonly string[]): Promise<number>;
}
