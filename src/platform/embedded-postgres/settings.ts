/**
 * The server's settings, given on its command line at every start so that a new release changes them without
 * touching the cluster. They suit a machine of 1 GB shared with the program; a larger town has its own server.
 */
export function serverSettings(options: {
  /** false only for tests, whose data is worth nothing. */
  fsync: boolean;
  /** TCP port on the loopback where there is no Unix socket (Windows). */
  tcpPort?: number;
}): Record<string, string> {
  return {
    ...(options.tcpPort === undefined ? onSocket : onLoopback(options.tcpPort)),
    ...(options.fsync ? durable : fastAndLoose),
    ...frugal,
    ...discreet,
    timezone: "UTC",
    log_timezone: "UTC",
  };
}

/** "." is the cluster's own folder, which only the server's account (and root) can enter. */
const onSocket = { listen_addresses: "", unix_socket_directories: ".", port: "5432" };

const onLoopback = (port: number) => ({
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  port: String(port),
});

const durable = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };
const fastAndLoose = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

const frugal = {
  max_connections: "40",
  shared_buffers: "64MB",
  work_mem: "4MB",
  maintenance_work_mem: "64MB",
  effective_cache_size: "512MB",
  huge_pages: "off",
  // Short queries on indexed tables: compiling or sharing one out costs more than running it.
  jit: "off",
  max_parallel_workers_per_gather: "0",
  // No worker processes for reading: three fewer at rest, and the data fits in memory.
  io_method: "sync",
  // No replica reads this log: less is written, and two processes fewer.
  wal_level: "minimal",
  max_wal_senders: "0",
  max_logical_replication_workers: "0",
  wal_compression: "pglz",
  min_wal_size: "64MB",
  max_wal_size: "512MB",
  checkpoint_timeout: "15min",
  autovacuum_max_workers: "2",
  random_page_cost: "1.1",
};

/** The log names no person: neither the statement that failed nor the values that clashed. */
const discreet = {
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_checkpoints: "off",
};
