import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import { defineConfig } from 'eslint/config';
import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import tseslint from 'typescript-eslint';

const { functions } = JSON.parse(readFileSync(new URL('cloudfunctions/cloudbaserc.json', import.meta.url)));
const functionFolders = `cloudfunctions/{${functions.map(({ name }) => name).join(',')}}`;

/** An action's file bears the name of its contract, wherever it lies in its function. */
const actionNames = readdirSync(new URL('shared/contract', import.meta.url), { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'));

/** Files that only their function's index.ts gathers: an action never imports an action, a job of the timer never a job. */
const gathered = [`${functionFolders}/**/{${actionNames.join(',')}}.ts`, 'cloudfunctions/timer/!(index).ts'];

/** The folders of each layer. A file belongs to the first that fits, so the innermost folders come first. */
const layers = {
  'shared-ground': ['shared/ground'],
  'shared-refusal': ['shared/refusal'],
  'shared-week': ['shared/week'],
  'shared-people': ['shared/people'],
  'shared-record': ['shared/record'],
  'shared-subject': ['shared/{double,official-form,audit,file,check-in,notice,feedback,mail}'],
  'shared-paper': ['shared/{bulletin,summary}'],
  'shared-access': ['shared/access'],
  'shared-contract': ['shared/contract'],
  'shared-snapshot': ['shared/snapshot'],
  // What is in no room: zod.
  'shared-root': ['shared'],

  'phone-page': ['miniprogram/{pages,*/pages}/*'],
  'phone-component': ['miniprogram/{components,*/components}'],
  'phone-service': ['miniprogram/services'],
  'phone-copy': ['miniprogram/copy'],
  'phone-style': ['miniprogram/styles'],
  'phone-platform': ['miniprogram/platform'],
  'phone-app': ['miniprogram'],

  'cloud-function': [functionFolders],
  'cloud-work': ['cloudfunctions/work'],
  'cloud-entry': ['cloudfunctions/entry'],
  'cloud-store': ['cloudfunctions/store'],
  'cloud-platform': ['cloudfunctions/platform'],

  'local-demo': ['local/demo'],
  local: ['local'],
  typings: ['typings'],
  scripts: ['scripts'],
  test: ['test'],
};

/** The floors of shared, from the ground up: each stands on those before it, and on zod. */
const floors = [
  'shared-ground',
  'shared-refusal',
  'shared-week',
  'shared-people',
  'shared-record',
  'shared-subject',
  'shared-paper',
  'shared-access',
  'shared-contract',
  'shared-snapshot',
];
const shared = ['shared-root', ...floors];

/** What a layer may import besides its own folder: a page never a page, a function never another function. */
const mayImport = {
  'shared-root': [],
  ...Object.fromEntries(floors.map((floor, index) => [floor, ['shared-root', ...floors.slice(0, index)]])),

  'phone-app': ['phone-service', 'phone-platform', 'phone-copy', 'phone-style', ...shared],
  // A page asks the platform itself to navigate or to say something: a service in between would only repeat it.
  'phone-page': [
    'phone-component',
    'phone-service',
    'phone-platform',
    'phone-copy',
    'phone-style',
    ...shared,
  ],
  'phone-component': ['phone-copy', 'phone-style', ...shared],
  'phone-service': ['phone-platform', 'phone-copy', ...shared],
  'phone-copy': shared,
  'phone-style': [],
  'phone-platform': shared,

  'cloud-function': ['cloud-work', 'cloud-entry', 'cloud-store', 'cloud-platform', ...shared],
  'cloud-work': ['cloud-entry', 'cloud-store', 'cloud-platform', ...shared],
  'cloud-entry': ['cloud-store', 'cloud-platform', ...shared],
  'cloud-store': ['cloud-platform', ...shared],
  'cloud-platform': shared,

  local: ['local-demo'],
  'local-demo': ['local', ...shared],
  typings: [],
  scripts: Object.keys(layers),
  test: Object.keys(layers),
};

const importsRunOneWay = {
  plugins: { boundaries },
  settings: {
    'import/resolver': { typescript: { project: 'tsconfig.json' } },
    'boundaries/root-path': import.meta.dirname,
    'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
    'boundaries/elements': Object.entries(layers).map(([type, pattern]) => ({
      type,
      pattern,
      partialMatch: false,
    })),
    'boundaries/files': [{ category: 'gathered', pattern: gathered }],
  },
  rules: {
    'boundaries/no-unknown-files': 'error',
    'boundaries/no-unknown-dependencies': 'error',
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        message: 'Imports run one way: {{from.element.types}} does not import {{to.element.types}}.',
        checkInternals: true,
        policies: [
          ...Object.entries(mayImport).map(([from, to]) => ({
            from: { element: { type: from } },
            allow: { to: { element: { types: { anyOf: to } } } },
          })),
          { allow: { dependency: { relationship: { to: 'internal' } } } },
          {
            from: { file: { categories: 'gathered' } },
            disallow: { to: { file: { categories: 'gathered' } } },
            message: 'An action never imports an action, nor a job a job; only index.ts gathers them.',
          },
        ],
      },
    ],
  },
};

/** Packages that are used in one place only. */
const packages = {
  zod: { regex: '^zod(/|$)', message: "Import z from '#shared/zod': it turns generated code off." },
  sdk: { regex: '^wx-server-sdk(/|$)', message: 'Only cloudfunctions/platform touches the SDK.' },
  heavy: { regex: '^(docx|exceljs|fflate)(/|$)', message: 'Heavy libraries live only in documents.' },
  mail: { regex: '^nodemailer(/|$)', message: 'Mail goes out through cloudfunctions/platform/mail.ts.' },
  node: { regex: '^node:', message: 'The phone has no Node.' },
  time: { regex: '^dayjs(/|$)', message: 'Only shared/ground/guangdong-time.ts counts days and hours.' },
  timezone: { regex: '^dayjs/plugin/timezone', message: 'Named zones are wrong on some phones.' },
};

const noClock = 'Callers pass `now`; only platform/clock and the phone’s platform read a clock.';
const noZone = 'Locales and zones are wrong on some phones; use #shared/ground/guangdong-time.';

/** Ways to read a clock that need no name of their own. */
const clockReads = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'CallExpression[callee.name="dayjs"][arguments.length=0]',
  'CallExpression[callee.object.name="dayjs"][callee.property.name="utc"][arguments.length=0]',
].map((selector) => ({ selector, message: noClock }));

const unwrittenImport = {
  selector: 'ImportExpression[source.type!="Literal"]',
  message: 'What is imported is written down, so that these walls see it.',
};

/** What depends on where the machine stands. */
const zoneReads = [
  'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]',
  'CallExpression[callee.property.name=/^to(Date|Time)String$/]',
  'CallExpression[callee.property.name=/^[gs]et(Hours|Minutes|Seconds|Milliseconds|Date|Day|Month|FullYear|TimezoneOffset)$/]',
  'MemberExpression[object.name="dayjs"][property.name="tz"]',
].map((selector) => ({ selector, message: noZone }));

/** What a page keeps beside its own instance. */
const moduleState = ['Program', 'Program > ExportNamedDeclaration'].map((where) => ({
  selector: `${where} > VariableDeclaration[kind=/^(let|var)$/]`,
  message: 'Two pages of a kind on the stack would share it: what a page has for itself is its `own`.',
}));

const globals = {
  // Whatever is reached through it is reached past these walls.
  globalThis: { name: 'globalThis', message: 'Name what you need.' },
  Date: { name: 'Date', message: noClock },
  performance: { name: 'performance', message: noClock },
  Intl: { name: 'Intl', message: noZone },
  wx: { name: 'wx', message: 'Only miniprogram/platform and services/call-cloud.ts touch wx.' },
};

const properties = {
  now: { object: 'Date', property: 'now', message: noClock },
  random: { object: 'Math', property: 'random', message: 'The same gives the same; callers pass chance.' },
  serverDate: { property: 'serverDate', message: 'It is wrong inside command operators; pass `now`.' },
};

/** The same package brought in while the code runs. */
function broughtInLater({ regex, message }) {
  const source = regex.replaceAll('/', '\\u002F');
  return { selector: `ImportExpression[source.value=/${source}/]`, message };
}

/** The walls of one area: all that it may not do, in one place, since a later rule of the same name replaces an earlier one. */
function walls({ without, syntax = [], names = [], members = [] }) {
  return {
    'no-restricted-imports': ['error', { patterns: without }],
    'no-restricted-syntax': ['error', ...without.map(broughtInLater), ...syntax],
    'no-restricted-globals': ['error', { globals: names, checkGlobalObject: true }],
    'no-restricted-properties': members.length === 0 ? 'off' : ['error', ...members],
  };
}

const { zod, sdk, heavy, mail, node, time, timezone } = packages;
const { now, random, serverDate } = properties;

const purely = {
  without: [zod, sdk, heavy, node, time],
  syntax: [unwrittenImport, ...clockReads, ...zoneReads],
  names: [globals.globalThis, globals.Date, globals.performance, globals.Intl],
  members: [random],
};
const onThePhone = { ...purely, names: [...purely.names, globals.wx], members: [] };
const inTheCloud = {
  without: [zod, sdk, heavy, mail, time],
  syntax: [unwrittenImport, ...clockReads, ...zoneReads],
  names: [globals.globalThis, globals.Date, globals.performance],
  members: [now, serverDate],
};

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      'coverage/',
      '.local-cloud/',
      '.cache/',
      'miniprogram/miniprogram_npm/',
      'test/**/fixture/',
      'test/**/*.js',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked, importsRunOneWay],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
      ...walls({ without: [zod, sdk] }),
      // A number has one obvious text; everything else in a template is likely a slip.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A type says what a shape is; both words do, and which one reads better depends on the shape.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Libraries declare enums as `const enum`, whose members isolatedModules cannot name.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // `this: void` says that a method may be taken off its object, which unbound-method asks for.
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      // `_input` marks an argument that has to be there and is not needed.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },

  { files: ['shared/**/*.ts'], rules: { 'no-console': 'error', ...walls(purely) } },
  { files: ['shared/zod.ts'], rules: walls({ ...purely, without: [sdk, heavy, node, time] }) },
  {
    files: ['shared/ground/guangdong-time.ts'],
    rules: walls({ ...purely, without: [zod, sdk, heavy, node, timezone] }),
  },

  { files: ['miniprogram/**/*.ts'], rules: walls(onThePhone) },
  {
    files: ['miniprogram/platform/**/*.ts'],
    rules: walls({
      ...onThePhone,
      syntax: [unwrittenImport, ...zoneReads],
      names: [globals.globalThis, globals.Intl],
    }),
  },
  {
    files: ['miniprogram/{pages,*/pages}/**/*.ts'],
    rules: walls({ ...onThePhone, syntax: [...onThePhone.syntax, ...moduleState] }),
  },
  { files: ['miniprogram/services/call-cloud.ts'], rules: walls({ ...onThePhone, names: purely.names }) },

  { files: ['cloudfunctions/**/*.ts'], rules: walls(inTheCloud) },
  {
    files: ['cloudfunctions/platform/**/*.ts'],
    rules: walls({ ...inTheCloud, without: [zod, heavy, mail, time] }),
  },
  {
    files: ['cloudfunctions/platform/mail.ts'],
    rules: walls({ ...inTheCloud, without: [zod, heavy, time] }),
  },
  {
    files: ['cloudfunctions/platform/clock.ts'],
    rules: walls({ ...inTheCloud, syntax: [], names: [], members: [] }),
  },
  {
    // Files are dated; by whoever has them made.
    files: ['cloudfunctions/documents/**/*.ts'],
    rules: walls({ ...inTheCloud, without: [zod, sdk, mail, time], names: [globals.globalThis] }),
  },
  {
    files: ['cloudfunctions/documents/index.ts'],
    rules: walls(inTheCloud),
  },

  {
    ignores: ['test/**'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    // The local cloud is proven with the SDK itself.
    files: ['test/**/*.ts'],
    rules: walls({ without: [zod] }),
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        require: 'readonly',
        module: 'writable',
        performance: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
