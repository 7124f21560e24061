import { acceptInvitation } from '#shared/contract/people/accept-invitation';
import { answerFeedback } from '#shared/contract/public/answer-feedback';
import { applyForMembership } from '#shared/contract/people/apply-for-membership';
import { checkIn } from '#shared/contract/public/check-in';
import { closeUnit } from '#shared/contract/unit/close-unit';
import { decideApplication } from '#shared/contract/people/decide-application';
import { handOver } from '#shared/contract/people/hand-over';
import { importUnits } from '#shared/contract/unit/import-units';
import { inviteMember } from '#shared/contract/people/invite-member';
import { leaveUnit } from '#shared/contract/people/leave-unit';
import { openCheckIn } from '#shared/contract/record/open-check-in';
import { readInvitation } from '#shared/contract/people/read-invitation';
import { reopenUnit } from '#shared/contract/unit/reopen-unit';
import { resumeMember } from '#shared/contract/people/resume-member';
import { revokeInvitation } from '#shared/contract/people/revoke-invitation';
import { saveActivity } from '#shared/contract/record/save-activity';
import { saveFavourite } from '#shared/contract/public/save-favourite';
import { saveReminder } from '#shared/contract/public/save-reminder';
import { saveSubscription } from '#shared/contract/people/save-subscription';
import { saveUnit } from '#shared/contract/unit/save-unit';
import { submitFeedback } from '#shared/contract/public/submit-feedback';
import { suspendMember } from '#shared/contract/people/suspend-member';
import { withdrawApplication } from '#shared/contract/people/withdraw-application';
import { columnNames } from '#shared/people/unit-row';
import ExcelJS from 'exceljs';
import type { BenchCloud } from './bench-cloud';
import { activityDraft, next, unlikeName } from './drafts';
import { oneOfTheMany } from './fill-store';
import { anyUnit, forgiveTries, invitation, member, newUnit, unitFields } from './members';
import { timed, type TimedAction } from './timed-action';

const feedback = { text: '报名入口不好找，建议放到首页。', page: 'pages/home/index' };
const asking = { alias: '小陈', note: '负责本单位活动填报。' };
const rowsOfAFile = 20;

async function applicant(cloud: BenchCloud) {
  const person = await cloud.newPerson();
  const { application } = await cloud.get(person, applyForMembership, { unitId: anyUnit(), ...asking });
  return { person, id: application.id };
}

/** A list of new units as somebody fills it in, as base64. */
async function unitFile(): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名录');
  sheet.addRow([...columnNames]);
  for (let row = 0; row < rowsOfAFile; row += 1) {
    const { name, kind, city } = unitFields();
    sheet.addRow([name, kind, city, '']);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64');
}

/** The code that the venue of a new activity shows. */
async function venueCode(cloud: BenchCloud): Promise<string> {
  const { activity } = await cloud.get('organiser', saveActivity, {
    change: null,
    activity: { ...activityDraft, name: unlikeName(), startTime: '15:00', endTime: '17:00', headcount: null },
    bulletin: 'none',
    bulletinDay: null,
  });
  const { codes } = await cloud.get('organiser', openCheckIn, { id: activity.id });
  return codes[0] ?? '';
}

/** The public's writing actions, and what answers them. */
async function ofThePublic(cloud: BenchCloud): Promise<TimedAction[]> {
  const code = await venueCode(cloud);
  return [
    timed(saveFavourite, () => ({
      as: 'visitor',
      input: { activityId: oneOfTheMany(next('favourite') % 50), isFavourite: true },
    })),
    timed(saveReminder, () => ({
      as: 'visitor',
      input: { activityId: oneOfTheMany(next('reminder')), isAccepted: true },
    })),
    timed(checkIn, async () => ({ as: await cloud.newPerson(), input: { code } })),
    timed(submitFeedback, async () => ({ as: await cloud.newPerson(), input: feedback })),
    timed(answerFeedback, async () => {
      const { id } = await cloud.get(await cloud.newPerson(), submitFeedback, feedback);
      return { as: 'bureau', input: { id, revision: 1, text: '谢谢，明天改好。' } };
    }),
    timed(saveSubscription, () => ({
      as: 'organiser',
      input: { message: 'nudge' as const, isAccepted: true },
    })),
  ];
}

function ofMembers(cloud: BenchCloud): TimedAction[] {
  return [
    timed(inviteMember, async () => {
      await forgiveTries(cloud);
      return { as: 'bureau', input: { unitId: anyUnit(), role: 'organiser' as const } };
    }),
    timed(readInvitation, async () => {
      const { code } = await invitation(cloud, anyUnit());
      return { as: 'visitor', input: { code } };
    }),
    timed(revokeInvitation, async () => {
      const { id } = await invitation(cloud, anyUnit());
      return { as: 'bureau', input: { id } };
    }),
    timed(acceptInvitation, async () => {
      const { code } = await invitation(cloud, anyUnit());
      return { as: await cloud.newPerson(), input: { code, alias: '小王' } };
    }),
    timed(applyForMembership, async () => ({
      as: await cloud.newPerson(),
      input: { unitId: anyUnit(), ...asking },
    })),
    timed(withdrawApplication, async () => {
      const { person, id } = await applicant(cloud);
      return { as: person, input: { id } };
    }),
    timed(decideApplication, async () => {
      const { id } = await applicant(cloud);
      return { as: 'bureau', input: { id, decision: { result: 'approved' as const } } };
    }),
    timed(leaveUnit, async () => {
      const { person, membershipId } = await member(cloud, anyUnit());
      return { as: person, input: { membershipId } };
    }),
    timed(handOver, async () => {
      const { person, membershipId } = await member(cloud, anyUnit());
      return { as: person, input: { membershipId } };
    }),
    timed(suspendMember, async () => {
      const { membershipId } = await member(cloud, anyUnit());
      return { as: 'bureau', input: { membershipId } };
    }),
    timed(resumeMember, async () => {
      const { membershipId } = await member(cloud, anyUnit());
      await cloud.get('bureau', suspendMember, { membershipId });
      return { as: 'bureau', input: { membershipId } };
    }),
  ];
}

/** A unit's name is its members' unit name at once, and a closed one's members leave: each has one. */
function ofUnits(cloud: BenchCloud): TimedAction[] {
  const unitWithMember = async () => {
    const { id } = await newUnit(cloud);
    await member(cloud, id);
    const kept = await cloud.kept('units');
    return { id, revision: Number(kept.find(({ _id }) => _id === id)?.revision) };
  };
  return [
    timed(saveUnit, async () => ({
      as: 'bureau',
      input: { change: await unitWithMember(), unit: unitFields() },
    })),
    timed(closeUnit, async () => ({ as: 'bureau', input: await unitWithMember() })),
    timed(reopenUnit, async () => {
      const { unit } = await cloud.get('bureau', closeUnit, await unitWithMember());
      return { as: 'bureau', input: { id: unit.id, revision: unit.revision } };
    }),
    timed(importUnits, async () => ({ as: 'bureau', input: { file: await unitFile() } }), 5),
  ];
}

/** The writing actions of the public, of members and of units. */
export async function writesOfPeople(cloud: BenchCloud): Promise<TimedAction[]> {
  return [...(await ofThePublic(cloud)), ...ofMembers(cloud), ...ofUnits(cloud)];
}
