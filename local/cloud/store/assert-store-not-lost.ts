import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LocalCloudError } from '../local-cloud-error';

/**
 * Throws when files lie in a data folder whose store is missing or empty: a start as new would take them for leftovers.
 * Changes nothing.
 */
export function assertStoreNotLost(folder: string): void {
  const store = join(folder, 'store.mdb');
  const isLost = !existsSync(store) || statSync(store).size === 0;
  const files = join(folder, 'files');
  if (!isLost || !existsSync(files) || readdirSync(files).length === 0) return;
  throw new LocalCloudError(
    'store-missing',
    `本地数据 ${store} 不见了或是空的，而上传的文件还在 ${files}。什么都没有改动。` +
      '请从备份放回 store.mdb 再启动；没有备份时用 npm start -- --fresh 重新开始，原文件夹会改名保留。',
  );
}
