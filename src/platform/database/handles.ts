/** What a statement may be given: pg writes Temporal values only as text, so callers pass `.toString()`. */
export type Parameter =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly (string | number | boolean | null)[];

/** A handle that a query takes when it only reads. */
export interface Reads {
  /**
   * Runs one SELECT as a prepared statement.
   * @param name the statement's name: unique in the program, found again in the server's statistics
   */
  rows<Row extends object>(name: string, sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** As `rows`, for a statement that returns one row at most. */
  row<Row extends object>(
    name: string,
    sql: string,
    parameters?: readonly Parameter[],
  ): Promise<Row | undefined>;
}

/** A handle that a use case takes when it writes: everything done through it is kept or lost together. */
export interface Writes extends Reads {
  /** Runs one statement that writes; returns how many rows it touched. */
  run(name: string, sql: string, parameters?: readonly Parameter[]): Promise<number>;
}

/** One schema of the database: `directory`, or an authority's own. */
export interface SchemaDatabase {
  readonly schema: string;
  /** For reading; no transaction, the statements see what is committed when each starts. */
  read<T>(work: (reads: Reads) => Promise<T>): Promise<T>;
  /** One transaction: committed when `work` returns, rolled back when it throws. */
  write<T>(work: (writes: Writes) => Promise<T>): Promise<T>;
  /** For work that is one single statement, atomic by itself: spares BEGIN and COMMIT on the hot path. */
  writeOnce<T>(work: (writes: Writes) => Promise<T>): Promise<T>;
}
