import { parseSync, Visitor, type VisitorObject } from "oxc-parser";

/** One import, export-from, dynamic import or `import("…")` type. */
export interface Import {
  specifier: string;
  line: number;
}

/** A parsed source file. */
export interface SourceFile {
  /** From the root, with slashes: « src/bookings/rules/deadline.ts ». */
  path: string;
  text: string;
  imports: readonly Import[];
  /** Walks the syntax tree. */
  visit(visitor: VisitorObject): void;
  lineAt(offset: number): number;
}

/** Something that the architecture forbids. */
export interface Violation {
  path: string;
  line: number;
  why: string;
}

/** Parses one file; a file that does not parse throws, since nothing could be said of it. */
export function sourceFile(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const imports: Import[] = [];
  const add = (source: { value: unknown; start: number } | null) => {
    if (typeof source?.value !== "string") return;
    imports.push({ specifier: source.value, line: lineAt(source.start) });
  };
  const visit = (visitor: VisitorObject) => new Visitor(visitor).visit(program);
  visit({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    ImportExpression: (node) => {
      if (node.source.type === "Literal") add(node.source);
    },
  });
  return { path, text, imports, visit, lineAt };
}

/** Whether the file is a test, which may use the harness and build its own rows. */
export function isTest({ path }: { path: string }): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** Whether the file is a pure rule: in a `rules/` folder, or in the kernel. */
export function isRule({ path }: { path: string }): boolean {
  return path.startsWith("src/kernel/") || path.includes("/rules/");
}
