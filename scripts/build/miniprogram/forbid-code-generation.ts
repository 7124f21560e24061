import { parse } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import type { Node } from 'acorn';

/**
 * Lists the places in a script that could turn text into code, which mini-programs forbid: `eval`, and the `Function`
 * constructor under any name. Reading `Function` for `instanceof`, a comparison or its prototype is harmless.
 */
export function findCodeGeneration(code: string): string[] {
  const found: string[] = [];
  fullAncestor(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node, _state, ancestors) => {
    if (node.type !== 'Identifier') return;
    const { name } = node;
    const parent = ancestors.at(-2);
    if (name !== 'eval' && name !== 'Function') return;
    if (name === 'Function' && parent && isHarmless(parent)) return;
    found.push(code.slice(Math.max(0, node.start - 40), node.end + 40).replaceAll(/\s+/g, ' '));
  });
  return found;
}

function isHarmless(parent: Node): boolean {
  return (
    parent.type === 'BinaryExpression' || parent.type === 'MemberExpression' || parent.type === 'Property'
  );
}
