/** Reads a store from its beginning to its end, so that a broken file harms only this process. */
const { open } = require('lmdb');

const database = open({ path: process.argv[2], encoding: 'string', readOnly: true });
for (const { value } of database.getRange({})) if (typeof value !== 'string') process.exit(1);
process.exit(0);
