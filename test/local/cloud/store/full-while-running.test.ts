import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestCloud } from '../test-cloud';

const disk = { isFull: false };

/** LMDB on a disk that fills up: what it says then is what it says when the disk takes only a part of a page. */
jest.mock('lmdb', () => {
  const lmdb = jest.requireActual<typeof import('lmdb')>('lmdb');
  return {
    ...lmdb,
    open: (options: Parameters<typeof lmdb.open>[0]) => {
      const database = lmdb.open(options);
      const write = database.transactionSync.bind(database);
      database.transactionSync = (action, flags) =>
        write(() => {
          const done = action();
          if (disk.isFull) throw new Error('Input/output error');
          return done;
        }, flags);
      return database;
    },
  };
});

jest.mock('../../../../local/cloud/store/disk-room', () => ({
  ...jest.requireActual<object>('../../../../local/cloud/store/disk-room'),
  hasRoom: () => !disk.isFull,
}));

test('a disk that fills up while running refuses in words, keeps nothing half, and goes on when there is room', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'full-'));
  const first = await startTestCloud({ dataFolder });
  const add = (id: string) => `await db.collection('counters').add({ data: { _id: '${id}' } })`;
  const upload = `await cloud.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('x') })`;
  await first.value(add('before'));

  disk.isFull = true;
  const refused = await first.thrown(add('refused'));
  expect(refused.errCode).toBe(-501001);
  expect(refused.message).toContain('磁盘已满，这次写入没有保存');
  expect(first.log.join('\n')).toContain('磁盘已满');
  expect((await first.thrown(upload)).message).toContain('磁盘已满');
  const bothOrNone = `await db.runTransaction(async (t) => {
    await t.collection('counters').add({ data: { _id: 'left' } });
    await t.collection('counters').add({ data: { _id: 'right' } });
  })`;
  expect((await first.thrown(bothOrNone)).message).toContain('磁盘已满');
  expect(readdirSync(join(dataFolder, 'files'))).toEqual([]);

  disk.isFull = false;
  await first.value(add('after'));
  await first.value(upload);
  await first.cloud.close();

  const again = await startTestCloud({ dataFolder });
  const kept = (await again.request('GET', '/local/documents/counters')).body;
  expect(kept).toEqual([{ _id: 'after' }, { _id: 'before' }]);
  await again.cloud.close();
  rmSync(dataFolder, { recursive: true });
});
