import { buildAll } from './build/build-all';

await buildAll({ always: true });
console.log('Built dist/miniprogram, dist/cloudfunctions and dist/web.');
