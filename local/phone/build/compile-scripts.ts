import { parse } from 'acorn';
import { full } from 'acorn-walk';
import type { Node } from 'acorn';
import { PhoneBuildError } from './build-error';

/**
 * Turns WXS into JavaScript that behaves the same. WXS differs in three ways: `value.constructor` is the name of the
 * type as text; only `\n`, `\r` and `\t` are escapes in a string; `require` takes a path with its extension.
 * The functions a script exports are tagged, because a template passes them on as plain values and the event layer
 * must recognise them.
 */
export function compileScript(source: string, path: string): string {
  let program: Node;
  try {
    program = parse(source, { ecmaVersion: 2020, sourceType: 'script' });
  } catch (cause) {
    throw new PhoneBuildError(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  const edits: Edit[] = [];
  full(program, (node) => {
    if (isConstructorAccess(node)) {
      const { start, end } = node.object;
      edits.push({ start, end: start, text: '__constructorName(' }, { start: end, end: node.end, text: ')' });
    } else if (isString(node)) {
      const text = keepBackslashes(node.raw);
      if (text !== node.raw) edits.push({ start: node.start, end: node.end, text });
    } else if (isRequire(node)) {
      const { start, end, value } = node.argument;
      edits.push({ start, end, text: JSON.stringify(value.replace(/\.wxs$/, '')) });
    }
  });
  return `${applyEdits(source, edits)}\n;__tagScript(module.exports);`;
}

/** The paths a script requires, as written. */
export function requiredScripts(source: string): string[] {
  const required: string[] = [];
  full(parse(source, { ecmaVersion: 2020, sourceType: 'script' }), (node) => {
    if (isRequire(node)) required.push(node.argument.value);
  });
  return required;
}

/** What compiled scripts call; it runs once, before all of them, in the scope of the parameter `runtime`. */
export const SCRIPT_PRELUDE = [
  'var __constructorName=runtime.constructorName;',
  'var __tagScript=runtime.tagScript;',
  'var getDate=runtime.getDate;',
  'var getRegExp=function(pattern,flags){return new RegExp(pattern,flags)};',
  'Q.C=runtime.wrapEventListener;',
].join('');

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Replaces ranges that do not overlap, from the end on; what is put in at a place comes before what replaces it. */
function applyEdits(source: string, edits: Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}

interface ConstructorAccess extends Node {
  object: Node;
}

function isConstructorAccess(node: Node): node is ConstructorAccess {
  if (node.type !== 'MemberExpression') return false;
  const { property, computed } = node as Node & {
    property: Node & { name?: string; value?: unknown };
    computed: boolean;
  };
  return computed ? property.value === 'constructor' : property.name === 'constructor';
}

interface StringLiteral extends Node {
  value: string;
  raw: string;
}

function isString(node: Node): node is StringLiteral {
  return node.type === 'Literal' && typeof (node as StringLiteral).value === 'string';
}

function isRequire(node: Node): node is Node & { argument: StringLiteral } {
  if (node.type !== 'CallExpression') return false;
  const call = node as Node & { callee: Node & { name?: string }; arguments: Node[]; argument?: Node };
  const [argument] = call.arguments;
  if (
    call.callee.type !== 'Identifier' ||
    call.callee.name !== 'require' ||
    !argument ||
    !isString(argument)
  ) {
    return false;
  }
  call.argument = argument;
  return true;
}

function keepBackslashes(raw: string): string {
  return raw.replace(/\\([^])/g, (escape, character: string) =>
    'nrt'.includes(character) || character === raw[0] ? escape : `\\\\${character}`,
  );
}
