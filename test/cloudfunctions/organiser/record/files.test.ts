import { strToU8, zipSync } from 'fflate';
import { keepFile } from '#shared/contract/record/keep-file';
import { readPolicy } from '#shared/contract/record/policy';
import { removeFile } from '#shared/contract/record/remove-file';
import { startUpload } from '#shared/contract/record/start-upload';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import type { RecordFile } from '#shared/record/record';
import { october } from '../../../shared/example-records';
import { zipOf } from '../../../shared/file/example-papers';
import {
  animatedPng,
  annotatedPng,
  annotatedWebp,
  photographed,
  pngOfSize,
  secret,
} from '../../../shared/file/example-pictures';
import { log } from '../../support/log-form';
import { accept, logPolicy } from '../../support/records';
import {
  addPerson,
  answerOf,
  ask,
  get,
  keptAs,
  loggedFailure,
  newRequestId,
  refused,
  runTheCloud,
  stopClockAt,
} from '../../support/running-cloud';
import { putFile, storedBytes, upload } from '../../support/upload';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

type Purpose = RecordFile['purpose'];

const pdf = strToU8('%PDF-1.7\n1 0 obj\n');

function fileOf(
  record: { id: string; revision: number },
  fileID: string,
  { kind = 'activity', purpose = 'photo', name = '现场照片', reason = '' } = {},
) {
  return {
    kind: kind as 'activity' | 'policy',
    id: record.id,
    revision: record.revision,
    purpose: purpose as Purpose,
    fileID,
    name,
    reason,
  };
}

describe('a picture of a record', () => {
  test.each([
    ['jpeg', photographed(6), 'image/jpeg'],
    ['png', annotatedPng(6), 'image/png'],
    ['webp', annotatedWebp(6), 'image/webp'],
  ])('loses where it was taken, and what was uploaded is gone: %s', async (_kind, bytes, mediaType) => {
    const activity = await log('organiser');
    const fileID = await upload('organiser', 'photo', bytes);
    const { file, revision } = await get('organiser', keepFile, fileOf(activity, fileID));
    expect(file).toMatchObject({ purpose: 'photo', name: '现场照片', mediaType, check: 'waiting' });
    expect(revision).toBe(2);
    expect(await keptAs('activities', activity.id)).toMatchObject({ files: [file], revision: 2 });

    const stored = await storedBytes(file.fileID);
    expect(stored?.length).toBe(file.bytes);
    expect(stored?.toString('latin1')).not.toContain(secret);
    expect(file.fileID).not.toBe(fileID);
    expect(await storedBytes(fileID)).toBeNull();
  });

  test('is kept while the check cannot be asked, and not shown', async () => {
    const policy = await logPolicy('organiser');
    const fileID = await upload('organiser', 'poster', photographed(1));
    await answerOf('security.mediaCheckAsync', { errcode: -1, errmsg: 'system error' }, 1);
    const { file, revision } = await get(
      'organiser',
      keepFile,
      fileOf(policy, fileID, { kind: 'policy', purpose: 'poster' }),
    );
    expect(await loggedFailure()).toContain('content check could not be asked');
    expect(file.check).toBe('waiting');
    await accept('policy', { id: policy.id, revision });
    expect((await get('visitor', readPolicy, { id: policy.id })).record.files).toEqual([]);
    expect(await keptAs('content-checks', policy.id)).toMatchObject({ kind: 'policy' });
  });
});

describe('a paper of a record', () => {
  test('is kept as it is, and shown with an accepted policy', async () => {
    const policy = await logPolicy('organiser');
    const docx = zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') });
    const fileID = await upload('organiser', 'attachment', docx);
    const { file, revision } = await get(
      'organiser',
      keepFile,
      fileOf(policy, fileID, { kind: 'policy', purpose: 'attachment', name: '正文.docx' }),
    );
    expect(await storedBytes(file.fileID)).toEqual(Buffer.from(docx));
    await accept('policy', { id: policy.id, revision });
    expect((await get('visitor', readPolicy, { id: policy.id })).record.files).toEqual([
      expect.objectContaining({ id: file.id, name: '正文.docx' }),
    ]);
  });
});

describe('what is not taken', () => {
  test.each<[string, Purpose, Uint8Array, string, number | null]>([
    ['a paper for a photo', 'photo', pdf, 'not-a-picture', null],
    ['a photo for a paper', 'attachment', photographed(1), 'not-a-document', null],
    [
      'a page that calls itself a photo',
      'photo',
      strToU8('<script>alert(1)</script>'),
      'not-a-picture',
      null,
    ],
    ['half a photo', 'photo', photographed(1).slice(0, 60), 'file-broken', null],
    [
      'a photo of sixty thousand pixels either way',
      'photo',
      pngOfSize(60_000, 60_000),
      'picture-too-big',
      null,
    ],
    ['a picture that moves', 'poster', animatedPng(), 'picture-moves', null],
    ['a photo as iPhones take it', 'photo', strToU8('\0\0\0\x18ftypheic'), 'picture-is-heic', null],
    ['the same for a paper', 'attachment', strToU8('\0\0\0\x18ftypheic'), 'not-a-document', null],
    ['a paper that only begins as one', 'attachment', pdf, 'file-broken', null],
    [
      'a paper with macros',
      'attachment',
      zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
      'paper-with-macros',
      null,
    ],
    ['nothing at all', 'photo', new Uint8Array(0), 'not-a-picture', null],
  ])('%s', async (_what, purpose, bytes, problem, limit) => {
    const activity = await log('organiser');
    const fileID = await upload('organiser', purpose, bytes);
    expect(await refused('organiser', keepFile, fileOf(activity, fileID, { purpose }))).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'fileID', problem, limit }] },
    });
    expect(await keptAs('activities', activity.id)).toMatchObject({ files: [], revision: 1 });
    expect(await storedBytes(fileID)).toBeNull();
  });

  test.each<[string, Purpose, number]>([
    ['a photo over 10 MB', 'photo', 10],
    ['a paper over 20 MB', 'attachment', 20],
  ])('%s, though the storage has taken it', async (_what, purpose, limit) => {
    const activity = await log('organiser');
    const { path } = await get('organiser', startUpload, { purpose });
    const fileID = await putFile(path, new Uint8Array(limit * 1024 * 1024 + 1));
    expect(await refused('organiser', keepFile, fileOf(activity, fileID, { purpose }))).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'fileID', problem: 'file-too-large', limit }] },
    });
    expect(await storedBytes(fileID)).toBeNull();
  });

  test('a second poster', async () => {
    const activity = await log('organiser');
    const first = await upload('organiser', 'poster', photographed(1));
    const { revision } = await get('organiser', keepFile, fileOf(activity, first, { purpose: 'poster' }));
    const second = await upload('organiser', 'poster', photographed(1));
    const input = fileOf({ ...activity, revision }, second, { purpose: 'poster' });
    expect(await refused('organiser', keepFile, input)).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'fileID', problem: 'too-many', limit: 1 }] },
    });
  });

  test('what was uploaded by somebody else, for another purpose, or under a path of one’s own making', async () => {
    await addPerson('thief', {
      unitId: 'unit-0',
      unitName: '演示双创示范基地',
      city: '广州',
      role: 'organiser',
    });
    const activity = await log('organiser');
    const notFound = { code: 'NOT_FOUND', details: { what: 'file' } };
    const fileID = await upload('organiser', 'photo', photographed(1));
    expect(await refused('thief', keepFile, fileOf(activity, fileID))).toEqual(notFound);
    expect(await refused('organiser', keepFile, fileOf(activity, fileID, { purpose: 'poster' }))).toEqual(
      notFound,
    );
    const own = await putFile('uploads/photo/mine.jpg', photographed(1));
    expect(await refused('organiser', keepFile, fileOf(activity, own))).toEqual(notFound);
    for (const made of ['', 'x', 'cloud://a/../b', 'https://example.org/a.jpg', `${fileID}x`])
      expect(await refused('organiser', keepFile, fileOf(activity, made))).toEqual(notFound);
    // It is still there for whose it is.
    await get('organiser', keepFile, fileOf(activity, fileID));
  });

  test('what was never uploaded', async () => {
    const activity = await log('organiser');
    const { path } = await get('organiser', startUpload, { purpose: 'photo' });
    const fileID = (await upload('organiser', 'photo', photographed(1))).replace(/uploads\/.*$/, path);
    expect(await refused('organiser', keepFile, fileOf(activity, fileID))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('adding and taking off', () => {
  test('happens once however often it is sent', async () => {
    const activity = await log('organiser');
    const input = fileOf(activity, await upload('organiser', 'photo', photographed(1)));
    const requestId = newRequestId();
    const first = await get('organiser', keepFile, input, requestId);
    expect(await get('organiser', keepFile, input, requestId)).toEqual(first);
    expect(await keptAs('activities', activity.id)).toMatchObject({ files: [first.file], revision: 2 });
  });

  test('two at once from one revision: one is in, the other a conflict, and none is lost unseen', async () => {
    const activity = await log('organiser');
    const uploads = [
      await upload('organiser', 'photo', photographed(1)),
      await upload('organiser', 'photo', annotatedPng(1)),
    ];
    const answers = await Promise.all(
      uploads.map((fileID) => ask('organiser', keepFile, fileOf(activity, fileID))),
    );
    const taken = answers.filter((answer) => 'ok' in answer && answer.ok);
    expect(taken).toHaveLength(1);
    expect(answers.find((answer) => !('ok' in answer && answer.ok))).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    expect((await keptAs('activities', activity.id)).files).toHaveLength(1);
  });

  test('takes a file off, and says so when there is none', async () => {
    const activity = await log('organiser');
    const { file, revision } = await get(
      'organiser',
      keepFile,
      fileOf(activity, await upload('organiser', 'photo', photographed(1))),
    );
    const off = { kind: 'activity', id: activity.id, revision, fileId: file.id } as const;
    const { revision: after } = await get('organiser', removeFile, off);
    expect(await keptAs('activities', activity.id)).toMatchObject({ files: [] });
    expect(await refused('organiser', removeFile, { ...off, revision: after })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'file' },
    });
  });

  test('after acceptance needs a reason and is counted', async () => {
    const activity = await log('organiser');
    const revision = await accept('activity', activity);
    const input = fileOf({ ...activity, revision }, await upload('organiser', 'photo', photographed(1)));
    expect(await refused('organiser', keepFile, input)).toMatchObject({
      details: { fields: [{ field: 'reason', problem: 'required' }] },
    });
    const again = { ...input, fileID: await upload('organiser', 'photo', photographed(1)), reason: '补照片' };
    await get('organiser', keepFile, again);
    expect(await keptAs('activities', activity.id)).toMatchObject({
      state: 'accepted',
      changedAfterAcceptance: { count: 1, unseen: 1 },
      changedFields: [{ field: 'files', seen: false }],
    });
  });

  test('is for the record’s own unit, while it is not withdrawn', async () => {
    const activity = await log('organiser');
    const fileID = await upload('city', 'photo', photographed(1));
    expect(await refused('city', keepFile, fileOf(activity, fileID))).toEqual({
      code: 'FORBIDDEN',
      details: {},
    });
    await get('organiser', withdrawRecord, { kind: 'activity', id: activity.id, revision: 1 });
    const own = fileOf({ ...activity, revision: 2 }, await upload('organiser', 'photo', photographed(1)));
    expect(await refused('organiser', keepFile, own)).toEqual({
      code: 'FROZEN',
      details: { state: 'withdrawn' },
    });
  });
});
