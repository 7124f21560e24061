/**
 * The test suite, in projects that differ in what they need:
 *
 * - `rules (zone)`: pure rules, once in each of several time zones, since a phone may be anywhere;
 * - `functions`: cloud functions, the local cloud and the scripts, on Node;
 * - `components`: mini-program code, components rendered from `dist/miniprogram` in jsdom;
 * - `official-compiler`: WeChat's own builder over `dist/`, with the size budget;
 * - `end-to-end`: the product in a real browser.
 */

const shared = {
  rootDir: import.meta.dirname,
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: {
    '\\.(ts|js)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  setupFilesAfterEnv: ['<rootDir>/test/environments/fail-on-console.ts'],
  // Built copies of package.json and vendored code are not modules of the tests.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.local-cloud/'],
};

const rulesIn = (timeZone) => ({
  ...shared,
  displayName: `rules (${timeZone})`,
  testMatch: ['<rootDir>/test/shared/**/*.test.ts', '<rootDir>/test/environments/**/*.test.ts'],
  testEnvironment: '<rootDir>/test/environments/zoned-environment.ts',
  testEnvironmentOptions: { timeZone },
});

export default {
  globalSetup: '<rootDir>/test/environments/unpack-browser.ts',
  testSequencer: '<rootDir>/test/environments/longest-first.js',
  // A product that has to build first, or a browser on a busy machine, takes its time; jest reads this only here.
  testTimeout: 60_000,
  projects: [
    rulesIn('UTC'),
    rulesIn('Asia/Shanghai'),
    rulesIn('America/Los_Angeles'),
    {
      ...shared,
      displayName: 'functions',
      testMatch: ['cloudfunctions', 'local', 'scripts', 'lint'].map(
        (folder) => `<rootDir>/test/${folder}/**/*.test.ts`,
      ),
      testEnvironment: '<rootDir>/test/environments/product-environment.ts',
    },
    {
      ...shared,
      displayName: 'components',
      testMatch: ['<rootDir>/test/miniprogram/**/*.test.ts'],
      testEnvironment: 'jsdom',
      modulePathIgnorePatterns: [],
    },
    {
      ...shared,
      displayName: 'official-compiler',
      testMatch: ['<rootDir>/test/official-compiler/*.test.ts'],
      testEnvironment: 'node',
    },
    {
      ...shared,
      displayName: 'end-to-end',
      testMatch: ['<rootDir>/test/end-to-end/*.test.ts'],
      testEnvironment: 'node',
    },
  ],
};
