import type { Argument, Expression } from "oxc-parser";

import { isTest, type SourceFile, type Violation } from "./source-file.ts";

/** Every route says who may use it, where the reader sees it, and no address is written twice. */
export function checkRoutes(files: readonly SourceFile[]): Violation[] {
  const declared = new Map<string, string>();
  const found: Violation[] = [];
  for (const file of files) {
    if (isTest(file) || file.path === "src/platform/http/route.ts") continue;
    file.visit({
      CallExpression: ({ callee, arguments: [shape], start }) => {
        if (callee.type !== "Identifier" || callee.name !== "route") return;
        const add = (why: string) => found.push({ path: file.path, line: file.lineAt(start), why });
        const fields = fieldsOf(shape);
        if (!fields.has("access")) add("a route declares its access, in place");
        const [method, path] = [literal(fields.get("method")), literal(fields.get("path"))];
        // A family of like pages may be declared by one function, which is given their paths.
        if (method === undefined || path === undefined) return;
        const address = `${method} ${path}`;
        const elsewhere = declared.get(address);
        if (elsewhere !== undefined) add(`${address} is declared in ${elsewhere} too`);
        declared.set(address, file.path);
      },
    });
  }
  return found;
}

/** The fields of an object written in place; none when it comes from elsewhere. */
function fieldsOf(shape: Argument | undefined): Map<string, Expression> {
  if (shape?.type !== "ObjectExpression") return new Map();
  return new Map(
    shape.properties.flatMap((property) =>
      property.type === "Property" && property.key.type === "Identifier"
        ? [[property.key.name, property.value] as const]
        : [],
    ),
  );
}

function literal(value: Expression | undefined): string | undefined {
  return value?.type === "Literal" ? String(value.value) : undefined;
}
