import type { KnipConfig } from 'knip';
import { deployedFunctions } from './build/deployed-functions';
import { readAppConfig } from './build/miniprogram/app-config';
import { collectOwnFiles } from './build/miniprogram/own-files';

/**
 * What nobody uses: files, exports, exported types, packages (`npm run dead`). Everything is counted from where something outside
 * the sources begins to read them: the platform (functions, the app, its pages and components), npm's commands and jest, of which
 * knip reads `package.json` and `jest.config.js` itself. A test counts as a use. An export that only its own file uses is
 * none: it goes without the word.
 */

const miniprogram = 'miniprogram';

/** The scripts of the app, its pages and their components, found as the build finds them. */
function scriptsOfThePhone(): string[] {
  const { scripts } = collectOwnFiles(miniprogram, readAppConfig(miniprogram));
  return [...scripts].map((script) => `${miniprogram}/${script}.ts`);
}

export default {
  entry: [
    ...deployedFunctions('cloudfunctions').map((name) => `cloudfunctions/${name}/index.ts`),
    ...scriptsOfThePhone(),
    // Named in the text of the browser's first module, which the build writes.
    'local/phone/browser/start-phone.ts',
    // A deployment and a mini-program that tests let the local cloud and the browser host run.
    'test/local/cloud/functions/*/index.js',
    'test/local/phone/fixture/**/*.js',
  ],
  project: ['**/*.{ts,js,cjs}'],
  treatConfigHintsAsErrors: true,
} satisfies KnipConfig;
