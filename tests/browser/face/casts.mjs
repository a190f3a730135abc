// Prints where TypeScript is silenced in src/: casts, `any`, `!` and switched-off checks.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const ts = createRequire(join(process.cwd(), "package.json"))("typescript");
const SILENCERS = new Set([
  ts.SyntaxKind.AnyKeyword,
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.NonNullExpression,
  ts.SyntaxKind.TypeAssertionExpression,
  ts.SyntaxKind.TypePredicate,
]);

for (const folder of ["src", "src/browser", "src/pages"]) {
  for (const name of readdirSync(folder).filter((one) => one.endsWith(".ts"))) {
    if (name.endsWith(".d.ts")) continue;
    const text = readFileSync(join(folder, name), "utf8");
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
    const visit = (node) => {
      if (SILENCERS.has(node.kind)) console.log(`${name}: ${node.getText(file)}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
    for (const found of text.matchAll(/@ts-\w+/g)) console.log(`${name}: ${found[0]}`);
  }
}
