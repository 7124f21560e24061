import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportBulletin } from '#shared/contract/bulletin/export-bulletin';
import { keepFile } from '#shared/contract/record/keep-file';
import { startUpload } from '#shared/contract/record/start-upload';
import { storageRules } from '../../../../cloudfunctions/store/storage-rules';
import { mostBytesOf } from '#shared/record/record-files';
import type { RecordFile } from '#shared/record/record';
import { october } from '../../../shared/example-records';
import { photographed } from '../../../shared/file/example-pictures';
import { log } from '../../support/log-form';
import { get, runTheCloud, stopClockAt } from '../../support/running-cloud';
import { addressFor, keptFiles, putFile, storedBytes, upload, uploadTo } from '../../support/upload';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

/** A phone that nobody is logged in on, a visitor, a member, another member, and the bureau. */
const everybody = [null, 'visitor', 'organiser', 'city', 'bureau'] as const;

const picture = photographed(1);

test('the build writes down the rules that the local cloud applies', () => {
  const built = readFileSync(join(process.cwd(), 'dist/cloudfunctions/storage.json'), 'utf8');
  expect(JSON.parse(built)).toEqual(storageRules);
});

describe('reading by a file’s id', () => {
  const ofPath = (path: string) => putFile(path, picture);

  test.each(['public/2018/activities-1.json', 'files/a-1.jpg'])('everybody reads %s', async (path) => {
    const fileID = await ofPath(path);
    for (const person of everybody) expect(await addressFor(person, fileID)).not.toBeNull();
  });

  test.each([
    'bulletins/b.docx',
    'workbooks/s.xlsx',
    'reports/s.docx',
    'mails/m.docx',
    'replies/r.json',
    'templates/units.xlsx',
    'uploads/photo/u',
    'xpublic/a.json',
    'Public/a.json',
    'public',
    'files',
    'a/public/b.json',
  ])('nobody’s phone reads %s', async (path) => {
    const fileID = await ofPath(path);
    for (const person of everybody) expect(await addressFor(person, fileID)).toBeNull();
  });

  test('not even who uploaded it reads an upload', async () => {
    const fileID = await upload('organiser', 'photo', picture);
    for (const person of everybody) expect(await addressFor(person, fileID)).toBeNull();
  });
});

describe('uploading', () => {
  const refusedBy = (person: string, path: string, bytes: Uint8Array) =>
    expect(uploadTo(person, path, bytes)).rejects.toThrow('-503002');

  test.each<RecordFile['purpose']>(['poster', 'photo', 'attachment'])(
    'a %s has a bound that the storage keeps',
    async (purpose) => {
      const most = mostBytesOf(purpose);
      await upload('organiser', purpose, new Uint8Array(most));
      const { path } = await get('organiser', startUpload, { purpose });
      await refusedBy('organiser', path, new Uint8Array(most + 1));
      expect((await keptFiles()).map((file) => file.path)).not.toContain(path);
    },
  );

  test('where somebody’s file lies is for nobody else', async () => {
    const { path } = await get('organiser', startUpload, { purpose: 'photo' });
    const fileID = await uploadTo('organiser', path, picture);
    for (const person of ['visitor', 'city', 'bureau']) await refusedBy(person, path, new Uint8Array(3));
    expect(await storedBytes(fileID)).toEqual(Buffer.from(picture));
  });

  test('somebody whose phone nobody knows uploads nothing', async () => {
    const { path } = await get('organiser', startUpload, { purpose: 'photo' });
    await expect(uploadTo('nobody', path, picture)).rejects.toThrow('nobody');
  });

  test.each([
    'uploads/photo/mine.jpg',
    'uploads/video/00000000000000000000000000000000-00000000000000000000000000000000',
    'uploads/photo/00000000000000000000000000000000-00000000000000000000000000000000/a',
    'a/uploads/photo/00000000000000000000000000000000-00000000000000000000000000000000',
    'public/2018/activities-1.json',
    'files/a.jpg',
    'mails/m.docx',
    'a.jpg',
  ])('nobody uploads to %s', async (path) => {
    for (const person of ['visitor', 'organiser', 'city', 'bureau']) await refusedBy(person, path, picture);
  });

  test('what a function wrote is overwritten by nobody', async () => {
    const activity = await log('organiser');
    const fileID = await upload('organiser', 'photo', picture);
    const { file } = await get('organiser', keepFile, {
      kind: 'activity',
      id: activity.id,
      revision: activity.revision,
      purpose: 'photo',
      fileID,
      name: '现场照片',
      reason: '',
    });
    const before = await storedBytes(file.fileID);
    const path = file.fileID.replace(/^cloud:\/\/[^/]+\//, '');
    for (const person of ['visitor', 'organiser', 'bureau']) await refusedBy(person, path, new Uint8Array(3));
    expect(await storedBytes(file.fileID)).toEqual(before);
  });
});

describe('the paths of files', () => {
  test('of what is not published, and of pictures, end in what nobody guesses', async () => {
    const before = new Set((await keptFiles()).map(({ path }) => path));
    const { id, revision } = await log('organiser');
    const fileID = await upload('organiser', 'photo', picture);
    const input = {
      kind: 'activity',
      id,
      revision,
      purpose: 'photo',
      fileID,
      name: '照片',
      reason: '',
    } as const;
    await get('organiser', keepFile, input);
    await stopClockAt(october('10 16:01'));
    // A second time it lies where it lay.
    for (let time = 0; time < 2; time += 1) await get('bureau', exportBulletin, { day: '2018-10-10' });
    const made = (await keptFiles()).map(({ path }) => path).filter((path) => !before.has(path));
    expect(made.filter((path) => !path.startsWith('public/'))).toEqual([
      expect.stringMatching(/^bulletins\/2018-2018-10-10-\d+-[0-9a-f]{32}\.docx$/),
      expect.stringMatching(/^files\/[0-9a-f]+-[0-9a-f]{32}\.jpg$/),
    ]);
  });

  test('the address that a function gives is good for whoever has it', async () => {
    await stopClockAt(october('10 16:01'));
    const { url, bytes } = await get('bureau', exportBulletin, { day: '2018-10-10' });
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(bytes);
  });
});
