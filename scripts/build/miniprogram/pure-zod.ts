import type { Plugin } from 'rolldown';

/**
 * Takes zod's code generation out of the bundle.
 *
 * zod speeds up object parsing with `new Function` and asks a switch (`jitless`) at run time whether it may. WeChat forbids
 * the constructor, so the switch is always on there; saying so while bundling lets the dead half be dropped: the
 * probe, the generator and the small compiler class behind it.
 */
export function pureZod(): Plugin {
  return {
    name: 'pure-zod',
    transform: {
      filter: { id: /[\\/]zod[\\/]v4[\\/]core[\\/](schemas|util|doc)\.js$/ },
      handler(code, id) {
        if (id.endsWith('doc.js')) return { code: 'export class Doc {}', map: null };
        const switched = code
          .replaceAll(/\b(?:core\.)?globalConfig\.jitless\b/g, 'true')
          .replaceAll(/\bnew F\(""\)/g, 'undefined')
          .replaceAll(/\bconst F = Function;/g, '');
        if (switched === code) throw new Error(`zod no longer reads its jitless switch in ${id}`);
        return { code: switched, map: null };
      },
    },
  };
}
