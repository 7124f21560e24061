import { toPhoneUnits } from '../../phone-units';
import type { ElementDefinition } from '../model/external-element';

const TAGS = new Set(
  'a abbr b blockquote br code col colgroup dd del div dl dt em fieldset h1 h2 h3 h4 h5 h6 hr i img ins label legend li ol p q span strong sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set([
  'class',
  'style',
  'alt',
  'src',
  'width',
  'height',
  'colspan',
  'rowspan',
  'align',
  'start',
  'span',
]);

interface RichNode {
  type?: string;
  name?: string;
  text?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

/** `<rich-text>`: only harmless elements and attributes are taken over, from text or from nodes. */
export const richText: ElementDefinition<{
  nodes: string | RichNode[] | null;
  space: string;
  userSelect: boolean;
}> = {
  tag: 'rich-text',
  properties: {
    nodes: { type: null, value: '' },
    space: { type: String, value: '' },
    userSelect: { type: Boolean, value: false },
  },
  mount(context) {
    const content = document.createElement('div');
    context.host.append(content);
    return {
      update() {
        const { nodes, userSelect } = context.data;
        content.classList.toggle('wx-selectable', userSelect);
        const made =
          typeof nodes === 'string'
            ? [...parse(nodes).childNodes].flatMap(copyNode)
            : (nodes ?? []).flatMap(buildNode);
        content.replaceChildren(...made);
      },
    };
  },
};

/**
 * Handlers are never taken over; they are renamed before already, because some browsers report each one they read as a
 * breach of the page's policy.
 */
function parse(text: string): HTMLElement {
  const inert = text.replace(/([\s"'/])on(?=[a-z]+\s*=)/gi, '$1not-on');
  return new DOMParser().parseFromString(inert, 'text/html').body;
}

function copyNode(node: Node): Node[] {
  if (node instanceof Text) return [document.createTextNode(node.data)];
  if (!(node instanceof Element)) return [];
  const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  return buildElement(node.tagName.toLowerCase(), attrs, [...node.childNodes].flatMap(copyNode));
}

function buildNode({ type, name = '', text = '', attrs = {}, children = [] }: RichNode): Node[] {
  if (type === 'text' || (name === '' && text !== '')) return [document.createTextNode(decode(text))];
  return buildElement(name.toLowerCase(), attrs, children.flatMap(buildNode));
}

function buildElement(name: string, attrs: Record<string, string>, children: Node[]): Node[] {
  if (!TAGS.has(name)) return [];
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attrs)) {
    if (!ATTRIBUTES.has(attribute)) continue;
    if (attribute === 'src' && !/^(data:image\/|\.|\/|[^:]*$)/.test(value)) continue;
    element.setAttribute(attribute, attribute === 'style' ? toPhoneUnits(value) : value);
  }
  element.append(...children);
  return [element];
}

function decode(text: string): string {
  return new DOMParser().parseFromString(text.replace(/</g, '&lt;'), 'text/html').body.textContent;
}
