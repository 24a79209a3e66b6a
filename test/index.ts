// The door of what tests share: `#test`.
export { testDatabase, type TestDatabase } from "./postgres/test-database.ts";
