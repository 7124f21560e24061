import { parse } from 'acorn';
import { full } from 'acorn-walk';
import type { CallExpression, ImportExpression, Literal, Node, Property } from 'acorn';
import path from 'node:path';

/**
 * Finds, and lets the caller replace, every place where one mini-program file names another.
 *
 * One pass serves both uses: collecting the file graph (the visitor returns nothing) and writing a copy whose references
 * fit its new place (the visitor returns the new specifier).
 */

/** What a reference points at, which decides how its specifier is resolved. */
export type ReferenceKind = 'component' | 'script' | 'template' | 'wxs' | 'style' | 'relation';

/** Sees a reference; returns its replacement, or undefined to leave it. */
export type ReferenceVisitor = (specifier: string, kind: ReferenceKind) => string | undefined;

/** Calls `visit` for each reference in `text` and returns the text with the replacements made. */
export function visitReferences(file: string, text: string, visit: ReferenceVisitor): string {
  switch (path.extname(file)) {
    case '.json':
      return visitJson(text, visit);
    case '.wxml':
      return visitWxml(text, visit);
    case '.wxss':
      return visitByPattern(text, [[/@import\s+(?:url\(\s*)?(['"])(.*?)\1/g, 'style']], visit);
    case '.wxs':
      return visitByPattern(text, [[/\brequire\(\s*(['"])(.*?)\1\s*\)/g, 'wxs']], visit);
    case '.js':
      return visitScript(text, visit);
    default:
      return text;
  }
}

/** A stretch of text and what takes its place. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

function applyEdits(text: string, edits: Edit[]): string {
  let result = text;
  for (const edit of [...edits].sort((one, other) => other.start - one.start)) {
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  }
  return result;
}

interface ComponentConfig {
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, boolean | { default?: string }>;
}

function visitJson(text: string, visit: ReferenceVisitor): string {
  const config = JSON.parse(text) as ComponentConfig;
  const { usingComponents = {}, componentGenerics = {} } = config;
  const before = JSON.stringify(config);
  for (const [tag, specifier] of Object.entries(usingComponents)) {
    usingComponents[tag] = visit(specifier, 'component') ?? specifier;
  }
  for (const generic of Object.values(componentGenerics)) {
    if (typeof generic !== 'object' || generic.default === undefined) continue;
    generic.default = visit(generic.default, 'component') ?? generic.default;
  }
  return JSON.stringify(config) === before ? text : `${JSON.stringify(config, null, 2)}\n`;
}

function visitWxml(text: string, visit: ReferenceVisitor): string {
  const visible = text.replace(/<!--[^]*?-->/g, (comment) => ' '.repeat(comment.length));
  return visitByPattern(
    visible,
    [
      [/<(?:import|include)\b[^>]*?\bsrc=(['"])(.*?)\1/g, 'template'],
      [/<wxs\b[^>]*?\bsrc=(['"])(.*?)\1/g, 'wxs'],
      [/\brequire\(\s*(['"])(.*?)\1\s*\)/g, 'wxs'],
    ],
    visit,
    text,
  );
}

/** Each pattern has the quote as its first group and the specifier as its second, at the end of the match. */
function visitByPattern(
  searched: string,
  patterns: [RegExp, ReferenceKind][],
  visit: ReferenceVisitor,
  text = searched,
): string {
  const edits: Edit[] = [];
  for (const [pattern, kind] of patterns) {
    for (const match of searched.matchAll(pattern)) {
      const [whole, quote = '', specifier = ''] = match;
      const replacement = visit(specifier, kind);
      if (replacement === undefined || replacement === specifier) continue;
      const start = match.index + whole.lastIndexOf(quote + specifier + quote) + 1;
      edits.push({ start, end: start + specifier.length, text: replacement });
    }
  }
  return applyEdits(text, edits);
}

function visitScript(text: string, visit: ReferenceVisitor): string {
  const edits: Edit[] = [];
  const see = (literal: Literal, kind: ReferenceKind) => {
    const specifier = literal.value as string;
    const replacement = visit(specifier, kind);
    if (replacement === undefined || replacement === specifier) return;
    edits.push({ start: literal.start, end: literal.end, text: JSON.stringify(replacement) });
  };
  full(parse(text, { ecmaVersion: 'latest', sourceType: 'module' }), (node: Node) => {
    const source = (node as Partial<ImportExpression>).source;
    if (source && isText(source)) see(source, 'script');
    if (isRequire(node) && node.arguments[0] && isText(node.arguments[0])) see(node.arguments[0], 'script');
    for (const key of relationKeys(node)) see(key, 'relation');
  });
  return applyEdits(text, edits);
}

function isRequire(node: Node): node is CallExpression {
  if (node.type !== 'CallExpression') return false;
  const { callee } = node as CallExpression;
  return callee.type === 'Identifier' && callee.name === 'require';
}

/** The keys of `relations = { '../other/other': … }` and `{ relations: { … } }`, which name components. */
function relationKeys(node: Node): Literal[] {
  let value: Node | undefined;
  if (node.type === 'AssignmentExpression') {
    const { left, right } = node as unknown as { left: Node; right: Node };
    const property = (left as { property?: { name?: string } }).property;
    if (property?.name === 'relations') value = right;
  } else if (node.type === 'Property') {
    const property = node as Property;
    if ((property.key as { name?: string }).name === 'relations') value = property.value;
  }
  if (value?.type !== 'ObjectExpression') return [];
  const { properties } = value as unknown as { properties: Property[] };
  return properties.flatMap(({ key }) => (isText(key) ? [key] : []));
}

function isText(node: Node): node is Literal {
  return node.type === 'Literal' && typeof (node as Literal).value === 'string';
}
