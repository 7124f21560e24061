import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';

/** TDesign's package, as sources name it. */
export const TDESIGN = 'tdesign-miniprogram';
const PREFIX = `${TDESIGN}/`;
const VIRTUAL = '\0tdesign:';

/** The folder TDesign's files are copied from. */
export const tdesignFolder = fileURLToPath(
  new URL('../../../node_modules/tdesign-miniprogram/miniprogram_dist/', import.meta.url),
);

/**
 * Keeps imports of TDesign's scripts (`Toast`, `Dialog`) out of the bundle: they must be the very files its components use.
 *
 * WeChat compiles those files to CommonJS with an `__esModule` mark, while a bundler that follows Node's rules would hand out
 * the whole exports object as the default. A small module per import picks the exports by name instead.
 */
export function tdesignImports(): Plugin {
  return {
    name: 'tdesign-imports',
    resolveId(specifier, importer) {
      if (!specifier.startsWith(PREFIX)) return null;
      return importer?.startsWith(VIRTUAL) ? { id: specifier, external: true } : VIRTUAL + specifier;
    },
    async load(id) {
      if (!id.startsWith(VIRTUAL)) return null;
      const specifier = id.slice(VIRTUAL.length);
      const names: string[] = [];
      const program = this.parse(
        await readFile(`${tdesignFolder}${specifier.slice(PREFIX.length)}.js`, 'utf8'),
      );
      for (const statement of program.body) {
        if (statement.type === 'ExportDefaultDeclaration') names.push('default');
        if (statement.type !== 'ExportNamedDeclaration') continue;
        for (const { exported } of statement.specifiers) {
          names.push(exported.type === 'Identifier' ? exported.name : exported.value);
        }
        if (statement.declaration?.type === 'VariableDeclaration') {
          for (const { id: variable } of statement.declaration.declarations) {
            if (variable.type === 'Identifier') names.push(variable.name);
          }
        }
      }
      const picks = names.map((name, at) => `const pick${String(at)} = api.${name};`);
      const exports = names.map((name, at) => `pick${String(at)} as ${name}`);
      return {
        code: [`const api = require('${specifier}');`, ...picks, `export { ${exports.join(', ')} };`].join(
          '\n',
        ),
        moduleSideEffects: false,
      };
    },
  };
}
