import ts from 'typescript';

/**
 * A TypeScript module as JavaScript: types and comments gone, imports of neighbours by their compiled names.
 *
 * @param path Named in errors.
 * @throws Error when the module is not valid TypeScript.
 */
export function compileModule(source: string, path: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(source, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
      removeComments: true,
    },
  });
  const [first] = diagnostics;
  if (first) throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(first.messageText, '\n')}`);
  return outputText;
}

/**
 * An Astro component whose imports of neighbouring modules (in its front matter or its scripts) name the compiled
 * ones. It is compiled with the pages that use it.
 */
export function relinkComponent(source: string): string {
  return source.replaceAll(/(\bfrom |\bimport |\bimport\()'(\.{1,2}\/[^']+)\.ts'/g, "$1'$2.js'");
}
