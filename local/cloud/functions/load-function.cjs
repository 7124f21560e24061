/**
 * Loads a built function inside its worker as `require` would, and with the code that V8 made of it for an instance before,
 * which halves the start. V8 itself compares no more than the length of the source, hence the digest.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script, constants } = require('node:vm');

const wrapped = (source) => `(function (exports, require, module, __filename, __dirname) {${source}\n})`;

/** What the function exports; and the code made of it, unless it was known. */
function loadFunction(entry, known) {
  const source = readFileSync(entry, 'utf8');
  const digest = createHash('sha256').update(source).digest('hex');
  const cachedData = known?.digest === digest ? known.code : undefined;
  const script = new Script(wrapped(source), {
    filename: entry,
    cachedData,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const loaded = { exports: {} };
  const run = script.runInThisContext();
  run.call(loaded.exports, loaded.exports, createRequire(entry), loaded, entry, dirname(entry));
  const isKnown = cachedData !== undefined && script.cachedDataRejected === false;
  return { exports: loaded.exports, made: isKnown ? undefined : { digest, code: script.createCachedData() } };
}

module.exports = { loadFunction };
