import { type AnyNode, type MemberExpression, type Node, parse } from 'acorn';
import { simple } from 'acorn-walk';
import { CLOUD_MEMBERS, ENV_MEMBERS, FILE_SYSTEM_MEMBERS, WECHAT_BEHAVIORS, WX_MEMBERS } from '../wx-members';

/** What can be asked of `wx`, and of what it hands out. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['wx', WX_MEMBERS],
  ['wx.cloud', CLOUD_MEMBERS],
  ['wx.env', ENV_MEMBERS],
  ['wx.getFileSystemManager()', FILE_SYSTEM_MEMBERS],
]);

/** How a member that is chosen when the script runs is named. */
export const CHOSEN = 'wx[…]';

/** What a script asks for and the phone has not, each once: `wx.scanCode`, `wx.cloud.database`, `behavior wx://form-field`. */
export function missingIn(script: string): string[] {
  const missing = new Set<string>();
  const mentions = new Set<Node>();
  const owners = new Set<Node>();
  simple(parse(script, { ecmaVersion: 'latest', sourceType: 'module' }), {
    Identifier(node) {
      if (node.name === 'wx') mentions.add(node);
    },
    MemberExpression(node) {
      owners.add(node.object);
      const owner = nameOf(node.object);
      const member = memberName(node);
      if (owner !== undefined && KNOWN.get(owner)?.includes(member ?? '') === false) {
        missing.add(member === undefined ? CHOSEN : `${owner}.${member}`);
      }
    },
    Literal({ value }) {
      if (typeof value !== 'string' || !value.startsWith('wx://')) return;
      if (!WECHAT_BEHAVIORS.some((known) => known === value)) missing.add(`behavior ${value}`);
    },
  });
  // Whoever hands `wx` on, or takes it apart, hides what is asked of it.
  if ([...mentions].some((node) => !owners.has(node)))
    missing.add('wx but as the owner of a member: wx.name');
  return [...missing];
}

/** How `KNOWN` names what a member is asked of; undefined for what is no part of `wx`. */
function nameOf(node: AnyNode): string | undefined {
  switch (node.type) {
    case 'Identifier':
      return node.name === 'wx' ? 'wx' : undefined;
    case 'MemberExpression': {
      const owner = nameOf(node.object);
      return owner === undefined ? undefined : `${owner}.${memberName(node) ?? ''}`;
    }
    case 'CallExpression': {
      const called = nameOf(node.callee);
      return called === undefined ? undefined : `${called}()`;
    }
    default:
      return undefined;
  }
}

/** The member's name as written; undefined when it is computed. */
function memberName({ property, computed }: MemberExpression): string | undefined {
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}
