import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import { defineConfig } from 'eslint/config';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

/** The folders of each layer. A file belongs to the first that fits, so the innermost folders come first. */
const layers = {
  shared: ['shared'],

  'phone-page': ['miniprogram/{pages,organiser/pages,bureau/pages}/*'],
  'phone-component': ['miniprogram/{components,organiser/components,bureau/components}'],
  'phone-service': ['miniprogram/services'],
  'phone-copy': ['miniprogram/copy'],
  'phone-style': ['miniprogram/styles'],
  'phone-platform': ['miniprogram/platform'],
  'phone-app': ['miniprogram'],

  'cloud-function': ['cloudfunctions/{public,organiser,bureau,documents,push,timer,feed}'],
  'cloud-entry': ['cloudfunctions/entry'],
  'cloud-store': ['cloudfunctions/store'],
  'cloud-platform': ['cloudfunctions/platform'],

  'local-demo': ['local/demo'],
  local: ['local'],
  typings: ['typings'],
  scripts: ['scripts'],
  test: ['test'],
};

/** What a layer may import besides its own folder: a page never a page, a function never another function. */
const mayImport = {
  shared: [],

  'phone-app': ['phone-service', 'phone-platform', 'phone-copy', 'phone-style', 'shared'],
  // A page asks the platform itself to navigate or to say something: a service in between would only repeat it.
  'phone-page': ['phone-component', 'phone-service', 'phone-platform', 'phone-copy', 'phone-style', 'shared'],
  'phone-component': ['phone-copy', 'phone-style', 'shared'],
  'phone-service': ['phone-platform', 'phone-copy', 'shared'],
  'phone-copy': ['shared'],
  'phone-style': [],
  'phone-platform': ['shared'],

  'cloud-function': ['cloud-entry', 'cloud-store', 'cloud-platform', 'shared'],
  'cloud-entry': ['cloud-store', 'cloud-platform', 'shared'],
  'cloud-store': ['cloud-platform', 'shared'],
  'cloud-platform': ['shared'],

  local: ['local-demo'],
  'local-demo': ['local', 'shared'],
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
  },
  rules: {
    'boundaries/no-unknown-files': 'error',
    'boundaries/no-unknown-dependencies': 'error',
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        message: 'Imports run one way: {{from.element.types}} does not import {{to.element.types}}.',
        policies: Object.entries(mayImport).map(([from, to]) => ({
          from: { element: { type: from } },
          allow: { to: { element: { types: { anyOf: to } } } },
        })),
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
  timezone: { regex: '^dayjs/plugin/timezone', message: 'Named zones are wrong on some phones.' },
};

/** An action's file bears the name of its contract. */
const actionNames = readdirSync(new URL('shared/contract', import.meta.url)).map((file) =>
  file.replace(/\.ts$/, ''),
);
const otherActions = {
  regex: `^\\./(${actionNames.join('|')})$`,
  message: 'An action never imports an action; only index.ts gathers them.',
};

function forbidImports(...patterns) {
  return { 'no-restricted-imports': ['error', { patterns }] };
}

const noClock = [
  'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'CallExpression[callee.name="dayjs"][arguments.length=0]',
  'CallExpression[callee.object.name="dayjs"][callee.property.name="utc"][arguments.length=0]',
].map((selector) => ({
  selector,
  message: 'Callers pass `now`; only platform/clock and the phone’s platform read a clock.',
}));

const noLocale = [
  {
    selector: 'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]',
    message: 'Locales and zones are wrong on some phones; use #shared/week/guangdong-time.',
  },
  {
    selector: 'MemberExpression[object.name="dayjs"][property.name="tz"]',
    message: 'Named zones are wrong on some phones; use #shared/week/guangdong-time.',
  },
];

function forbidGlobals(...globals) {
  return { 'no-restricted-globals': ['error', { globals, checkGlobalObject: true }] };
}
const intl = {
  name: 'Intl',
  message: 'Intl is wrong on some phones; use #shared/week/guangdong-time.',
};
const wx = { name: 'wx', message: 'Only miniprogram/platform and services/call-cloud.ts touch wx.' };

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
      ...forbidImports(packages.zod, packages.sdk),
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

  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...noClock, ...noLocale],
      ...forbidGlobals(intl),
      ...forbidImports(packages.zod, packages.sdk, packages.heavy, packages.node, packages.timezone),
    },
  },
  {
    files: ['shared/zod.ts'],
    rules: forbidImports(packages.sdk, packages.heavy, packages.node, packages.timezone),
  },

  {
    files: ['miniprogram/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noClock, ...noLocale],
      ...forbidGlobals(intl, wx),
      ...forbidImports(packages.zod, packages.sdk, packages.heavy, packages.node, packages.timezone),
    },
  },
  {
    files: ['miniprogram/platform/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noLocale], ...forbidGlobals(intl) },
  },
  { files: ['miniprogram/services/call-cloud.ts'], rules: forbidGlobals(intl) },

  {
    files: ['cloudfunctions/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noClock],
      'no-restricted-properties': [
        'error',
        { property: 'serverDate', message: 'It is wrong inside command operators; pass `now`.' },
      ],
      ...forbidImports(packages.zod, packages.sdk, packages.heavy, packages.mail),
    },
  },
  {
    files: ['cloudfunctions/platform/**/*.ts'],
    rules: forbidImports(packages.zod, packages.heavy, packages.mail),
  },
  { files: ['cloudfunctions/platform/mail.ts'], rules: forbidImports(packages.zod, packages.heavy) },
  { files: ['cloudfunctions/platform/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['cloudfunctions/{public,organiser,bureau,push,timer,feed}/**/*.ts'],
    ignores: ['**/index.ts'],
    rules: forbidImports(packages.zod, packages.sdk, packages.heavy, packages.mail, otherActions),
  },
  {
    files: ['cloudfunctions/documents/**/*.ts'],
    rules: forbidImports(packages.zod, packages.sdk, packages.mail, otherActions),
  },
  {
    files: ['cloudfunctions/documents/index.ts'],
    rules: forbidImports(packages.zod, packages.sdk, packages.heavy, packages.mail),
  },

  {
    ignores: ['test/**'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    // The local cloud is proven with the SDK itself.
    files: ['test/**/*.ts'],
    rules: forbidImports(packages.zod),
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
