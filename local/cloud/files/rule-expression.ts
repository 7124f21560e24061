import { type Expression, parseExpressionAt, type PrivateIdentifier, type SpreadElement } from 'acorn';

/** What a rule is asked about: who asks, null when nobody is known, and the file as it is or would be. */
export interface RuleQuestion {
  auth: { openid: string } | null;
  resource: { openid: string; path: string; size: number };
}

/** Whether a rule allows what is asked. */
export type Rule = (question: RuleQuestion) => boolean;

type Value = string | number | boolean | RegExp | null | undefined;
type Evaluate = (question: RuleQuestion) => Value;

/** A part of a rule has no value for this question, such as the openid of nobody: the platform then allows nothing. */
class NoValue extends Error {}

/**
 * Reads a safety rule of the platform: true, false, or an expression of comparisons over `auth` and `resource`, and of
 * regular expressions. Throws an Error that says what it cannot read.
 */
export function readRule(rule: unknown): Rule {
  if (typeof rule === 'boolean') return () => rule;
  if (typeof rule !== 'string') throw new Error('a rule is true, false or an expression');
  const expression = parseExpressionAt(rule, 0, { ecmaVersion: 2020 });
  if (expression.end !== rule.trimEnd().length) throw new Error(`a rule is one expression: ${rule}`);
  const evaluate = read(expression);
  return (question) => {
    try {
      return evaluate(question) === true;
    } catch (error) {
      if (error instanceof NoValue) return false;
      throw error;
    }
  };
}

function read(node: Expression | PrivateIdentifier | SpreadElement): Evaluate {
  switch (node.type) {
    case 'Literal': {
      const { value } = node;
      if (typeof value === 'bigint') throw unknown('bigint');
      return () => value;
    }
    case 'LogicalExpression': {
      const [left, right] = [read(node.left), read(node.right)];
      if (node.operator === '&&') return (question) => left(question) === true && right(question) === true;
      if (node.operator === '||') return (question) => left(question) === true || right(question) === true;
      throw unknown(node.operator);
    }
    case 'BinaryExpression': {
      const compare = comparisons.get(node.operator);
      if (compare === undefined) throw unknown(node.operator);
      const [left, right] = [read(node.left), read(node.right)];
      return (question) => compare(left(question), right(question));
    }
    case 'MemberExpression':
      return readField(node.object, node.property);
    case 'CallExpression':
      return readTest(node.callee, node.arguments);
    default:
      throw unknown(node.type);
  }
}

const comparisons = new Map<string, (left: Value, right: Value) => boolean>([
  ['==', (left, right) => left === right],
  ['!=', (left, right) => left !== right],
  ['<', numbers((left, right) => left < right)],
  ['<=', numbers((left, right) => left <= right)],
  ['>', numbers((left, right) => left > right)],
  ['>=', numbers((left, right) => left >= right)],
]);

function numbers(compare: (left: number, right: number) => boolean): (left: Value, right: Value) => boolean {
  return (left, right) => typeof left === 'number' && typeof right === 'number' && compare(left, right);
}

type Part = Parameters<typeof read>[0];

function readField(object: Part | { type: 'Super' }, property: Part): Evaluate {
  if (object.type !== 'Identifier' || property.type !== 'Identifier') throw unknown(object.type);
  switch (`${object.name}.${property.name}`) {
    case 'auth.openid':
      return ({ auth }) => {
        if (auth === null) throw new NoValue();
        return auth.openid;
      };
    case 'resource.openid':
      return ({ resource }) => resource.openid;
    case 'resource.path':
      return ({ resource }) => resource.path;
    case 'resource.size':
      return ({ resource }) => resource.size;
    default:
      throw unknown(`${object.name}.${property.name}`);
  }
}

/** `/…/.test(…)`, the only call there is. */
function readTest(callee: Part | { type: 'Super' }, parts: readonly Part[]): Evaluate {
  const [part] = parts;
  if (callee.type !== 'MemberExpression' || part === undefined || parts.length > 1) throw unknown('call');
  const { object, property } = callee;
  if (property.type !== 'Identifier' || property.name !== 'test') throw unknown('call');
  if (object.type !== 'Literal' || !(object.value instanceof RegExp)) throw unknown('call');
  const pattern = object.value;
  const text = read(part);
  return (question) => pattern.test(String(text(question)));
}

function unknown(what: string): Error {
  return new Error(`the platform's rules have no ${what}`);
}
