import type { CodeSpace } from 'glass-easel-miniprogram-adapter';

/** The behaviors that WeChat brings along, by name. */
export function weChatBehaviors(codeSpace: CodeSpace): Map<string, unknown> {
  const formField = codeSpace
    .behavior()
    .definition({
      properties: { name: { type: String, value: '' }, value: { type: null, value: '' } },
    })
    .register();
  const empty = () => codeSpace.behavior().definition({}).register();
  return new Map<string, unknown>([
    ['wx://form-field', formField],
    ['wx://form-field-group', empty()],
    ['wx://form-field-button', empty()],
    ['wx://component-export', empty()],
    ['wx://proxy-scroll-view', empty()],
  ]);
}
