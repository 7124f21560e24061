import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build/build-all';

/** The sources of the three targets; what is generated from them lies elsewhere. */
const watched = ['shared', 'miniprogram', 'cloudfunctions', 'local/phone'];
const settleMs = 150;

let isBuilding = false;
let isDirty = false;

/** Builds once after a burst of changes, and once more when something changed meanwhile. */
async function rebuild(): Promise<void> {
  isDirty = true;
  if (isBuilding) return;
  isBuilding = true;
  while (isDirty) {
    isDirty = false;
    const began = performance.now();
    try {
      const built = await buildAll({ always: false });
      if (built === 'built')
        console.log(`已重新构建，用时 ${Math.round(performance.now() - began)} 毫秒，请重新载入页面。`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
  isBuilding = false;
}

await import('./start');
let timer: NodeJS.Timeout | undefined;
for (const folder of watched) {
  watch(join(import.meta.dirname, '..', folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), settleMs);
  });
}
