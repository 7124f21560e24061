import { acceptRecord } from '#shared/contract/record/accept-record';
import { addFollowUp } from '#shared/contract/record/add-follow-up';
import { dismissDouble } from '#shared/contract/record/dismiss-double';
import { answerCoHost } from '#shared/contract/record/answer-co-host';
import { askToCoHost } from '#shared/contract/record/ask-to-co-host';
import { leaveAsCoHost } from '#shared/contract/record/leave-as-co-host';
import { keepFile } from '#shared/contract/record/keep-file';
import { lookAtChanges } from '#shared/contract/record/look-at-changes';
import { mergeDoubles } from '#shared/contract/record/merge-doubles';
import { readShowcase, saveShowcase } from '#shared/contract/record/showcase';
import { removeFile } from '#shared/contract/record/remove-file';
import { returnRecord } from '#shared/contract/record/return-record';
import { saveActivity } from '#shared/contract/record/save-activity';
import { savePolicy } from '#shared/contract/record/policy';
import { startUpload } from '#shared/contract/record/start-upload';
import { stateNil } from '#shared/contract/record/state-nil';
import { undoMerge } from '#shared/contract/record/undo-merge';
import { withdrawNil } from '#shared/contract/record/withdraw-nil';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import type { Activity, ActivityDraft } from '#shared/record/activity';
import { doubleId } from '../../cloudfunctions/store/record/doubles';
import type { BenchCloud } from './bench-cloud';
import { policyDraft, showcaseDraft } from '../../test/shared/example-drafts';
import { activityDraft, next, unlikeName } from './drafts';
import { base, readyRecord } from './fill-store';
import { member, newUnit, unitOf } from './members';
import { always, timed, type TimedAction } from './timed-action';

/** The smallest picture there is: one point. */
const picture = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const followUp = { day: '2018-11-20', kind: '融资对接', unit: '省再担保公司', note: '授信三百万元。' };

async function log(
  cloud: BenchCloud,
  as: string,
  typed: Partial<ActivityDraft>,
  change: { of: Activity; reason: string } | null = null,
): Promise<Activity> {
  const { activity } = await cloud.get(as, saveActivity, {
    change: change === null ? null : { id: change.of.id, revision: change.of.revision },
    activity: { ...activityDraft, ...typed },
    bulletin: 'none',
    bulletinDay: null,
    ...(change === null ? {} : { reason: change.reason }),
  });
  return activity;
}

/** One event that two units of the city report: the pair, and how it would be merged. */
async function pair(cloud: BenchCloud, partner: string) {
  const name = unlikeName();
  const own = await log(cloud, 'organiser', { name });
  const theirs = await log(cloud, partner, { name: `2018年“${name}”`, hosts: ['广州创投协会', base.name] });
  return {
    id: doubleId(own.id, theirs.id),
    merge: {
      kind: 'activity' as const,
      stays: { id: own.id, revision: own.revision },
      other: { id: theirs.id, revision: theirs.revision },
      headcount: null,
    },
  };
}

/** An accepted activity that its unit changed since. */
async function changedAfterAcceptance(cloud: BenchCloud) {
  const name = unlikeName();
  const { id, revision, ...logged } = await log(cloud, 'organiser', { name });
  const accepted = await cloud.get('bureau', acceptRecord, { kind: 'activity', id, revision });
  const of = { id, ...logged, revision: accepted.revision };
  const changed = await log(cloud, 'organiser', { name, district: '越秀区' }, { of, reason: '地址有误' });
  return { kind: 'activity', id, revision: changed.revision } as const;
}

async function uploadedPhoto(cloud: BenchCloud, kind: 'photo' | 'removal') {
  const { path } = await cloud.get('organiser', startUpload, { purpose: 'photo' });
  const fileID = await cloud.upload('organiser', path, picture);
  return { ...readyRecord(kind, next(kind)), purpose: 'photo', fileID, name: '现场照片' } as const;
}

/** States a nil report or takes it back, so that the other can be done. */
function nilReports(cloud: BenchCloud, reporter: string): TimedAction[] {
  const input = { scope: 'unit', span: 'week' } as const;
  const state = { isStated: false };
  return [
    timed(stateNil, async () => {
      if (state.isStated) await cloud.get(reporter, withdrawNil, input);
      state.isStated = true;
      return { as: reporter, input };
    }),
    timed(withdrawNil, async () => {
      if (!state.isStated) await cloud.get(reporter, stateNil, input);
      state.isStated = false;
      return { as: reporter, input };
    }),
  ];
}

/** A unit asks to be a co-host, is answered, and takes its wish back. */
function coHosts(cloud: BenchCloud, partner: string): TimedAction[] {
  const asked = async () => {
    const { coHosting } = await cloud.get(partner, askToCoHost, { id: readyRecord('join', next('join')).id });
    return { id: coHosting.activityId, unitId: coHosting.unitId };
  };
  return [
    timed(askToCoHost, () => ({ as: partner, input: { id: readyRecord('join', next('join')).id } })),
    timed(answerCoHost, async () => ({
      as: 'bureau',
      input: { ...(await asked()), answer: 'accept' as const },
    })),
    timed(leaveAsCoHost, async () => ({ as: partner, input: { id: (await asked()).id } })),
  ];
}

/** The writing actions of records, their files, doubles and nil reports. */
export async function writesOfRecords(cloud: BenchCloud): Promise<TimedAction[]> {
  const partner = (await member(cloud, unitOf('广州', 1))).person;
  const reporter = (await member(cloud, (await newUnit(cloud)).id)).person;
  const { record: showcase } = await cloud.get('organiser', saveShowcase, {
    change: null,
    draft: showcaseDraft,
  });
  const { id, revision } = showcase;
  await cloud.get('bureau', acceptRecord, { kind: 'showcase', id, revision });
  const ofTheBase = { as: 'organiser' };
  return [
    timed(saveActivity, () => ({
      ...ofTheBase,
      input: {
        change: null,
        activity: { ...activityDraft, name: `${activityDraft.name}第${next('save')}场` },
        bulletin: 'report' as const,
        bulletinDay: null,
      },
    })),
    timed(savePolicy, () => ({
      ...ofTheBase,
      input: { change: null, draft: { ...policyDraft, name: `${policyDraft.name}（${next('policy')}）` } },
    })),
    timed(saveShowcase, () => ({ ...ofTheBase, input: { change: null, draft: showcaseDraft } })),
    timed(addFollowUp, () => ({ ...ofTheBase, input: { id, followUp } })),
    always('visitor', readShowcase, { id }),
    timed(acceptRecord, () => ({ as: 'bureau', input: readyRecord('accept', next('accept')) })),
    timed(returnRecord, () => ({
      as: 'bureau',
      input: { ...readyRecord('return', next('return')), reason: '人数有误', fields: ['headcount'] },
    })),
    timed(withdrawRecord, () => ({ ...ofTheBase, input: readyRecord('withdraw', next('withdraw')) })),
    timed(lookAtChanges, async () => ({ as: 'bureau', input: await changedAfterAcceptance(cloud) })),
    ...coHosts(cloud, partner),
    timed(keepFile, async () => ({ ...ofTheBase, input: await uploadedPhoto(cloud, 'photo') })),
    timed(removeFile, async () => {
      const photo = await uploadedPhoto(cloud, 'removal');
      const { file, revision } = await cloud.get('organiser', keepFile, photo);
      return { ...ofTheBase, input: { kind: photo.kind, id: photo.id, revision, fileId: file.id } };
    }),
    timed(dismissDouble, async () => ({ as: 'bureau', input: { id: (await pair(cloud, partner)).id } })),
    timed(mergeDoubles, async () => ({ as: 'bureau', input: (await pair(cloud, partner)).merge })),
    timed(undoMerge, async () => {
      const { id, merge } = await pair(cloud, partner);
      await cloud.get('bureau', mergeDoubles, merge);
      return { as: 'bureau', input: { id } };
    }),
    ...nilReports(cloud, reporter),
  ];
}
