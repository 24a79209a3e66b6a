/** One drawing each, on a 24 × 24 board, with a 2-unit round line; nothing else belongs to the set. */
export const iconPaths = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  circle: "M12 4a8 8 0 100 16 8 8 0 000-16z",
  full: "M12 4a8 8 0 100 16 8 8 0 000-16zM8 12h8",
  closed: "M4 20V10l16-5v15M4 20h16M9 20v-5h6v5",
  waiting: "M12 4a8 8 0 100 16 8 8 0 000-16zM12 8v4.5l3 2",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  info: "M12 4a8 8 0 100 16 8 8 0 000-16zM12 11v5M12 8v.01",
  warning: "M12 4.5l8.5 15h-17zM12 10v4M12 17v.01",
  previous: "M14.5 6l-6 6 6 6",
  next: "M9.5 6l6 6-6 6",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  download: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14",
  search: "M11 5a6 6 0 100 12 6 6 0 000-12zM15.5 15.5L20 20",
  calendar: "M5 6h14v14H5zM5 10.5h14M9 4v4M15 4v4",
  person: "M12 5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM5 20c.5-4 3-5.5 7-5.5s6.5 1.5 7 5.5",
  mail: "M4 6h16v12H4zM4 7l8 6 8-6",
  phone: "M7 4h3l1.5 4.5-2 1.5a10 10 0 004.5 4.5l1.5-2L20 14v3c0 2-1.5 3-3 3C10 20 4 14 4 7c0-1.5 1-3 3-3z",
} as const;

export type IconName = keyof typeof iconPaths;
