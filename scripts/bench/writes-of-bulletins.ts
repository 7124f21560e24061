import { compileBulletin } from '#shared/contract/bulletin/compile-bulletin';
import { editBulletin } from '#shared/contract/bulletin/edit-bulletin';
import { exportBulletin } from '#shared/contract/bulletin/export-bulletin';
import { grantException } from '#shared/contract/bulletin/grant-exception';
import { issueBulletin } from '#shared/contract/bulletin/issue-bulletin';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { readBulletin } from '#shared/contract/public/read-bulletin';
import { revokeException } from '#shared/contract/bulletin/revoke-exception';
import { saveActivity } from '#shared/contract/record/save-activity';
import { sendBulletin } from '#shared/contract/bulletin/send-bulletin';
import { day as dayOfWeek, instantOf, type Day } from '#shared/ground/guangdong-time';
import type { BenchCloud } from './bench-cloud';
import { activityDraft, next, unlikeName } from './drafts';
import { anyUnit } from './members';
import { always, timed, type TimedAction } from './timed-action';

const until = instantOf('2018-10-10', '17:00');
const days = ['11', '12', '13', '14', '15'].map((each) => dayOfWeek.parse(`2018-10-${each}`));
const entriesOfADay = 30;

function dayAt(index: number): Day {
  const found = days[index];
  if (found === undefined) throw new Error(`The week has no ${index}th day that is left`);
  return found;
}

/** A day's bulletin with its entries, a moment before the timer compiles it. */
async function closedBulletin(cloud: BenchCloud, day: Day): Promise<Day> {
  await cloud.stopClockAt(day, '10:00');
  for (let entry = 0; entry < entriesOfADay; entry += 1) {
    const activity = { ...activityDraft, name: unlikeName(), firstDay: day, lastDay: day };
    await cloud.get('organiser', saveActivity, {
      change: null,
      activity,
      bulletin: 'report',
      bulletinDay: null,
    });
  }
  await cloud.stopClockAt(day, '16:00');
  await cloud.stopClockAt(day, '16:00', 45);
  return day;
}

/** The exceptions, which are granted while the day of the demo runs. */
export function writesOfExceptions(cloud: BenchCloud): TimedAction[] {
  const exception = () => ({ unitId: anyUnit(), day: '2018-10-10', until, reason: '网络故障' }) as const;
  return [
    timed(grantException, () => ({ as: 'bureau', input: exception() })),
    timed(revokeException, async () => {
      const granted = await cloud.get('bureau', grantException, exception());
      return { as: 'bureau', input: { id: granted.exception.id } };
    }),
  ];
}

/** The actions of bulletins, in their order; the clock goes on from day to day. */
export function actionsOfBulletins(cloud: BenchCloud): TimedAction[] {
  const last = dayAt(days.length - 1);
  const opened = async (day: Day) => (await cloud.get('bureau', openBulletin, { day })).bulletin;
  return [
    timed(
      compileBulletin,
      async () => ({ as: 'bureau', input: { day: await closedBulletin(cloud, dayAt(next('compiled'))) } }),
      days.length,
    ),
    timed(editBulletin, async () => {
      const { day, revision, printed } = await opened(last);
      const order = printed.map(({ id }) => id).reverse();
      return { as: 'bureau', input: { day, revision, order, lead: '今天的导语。', note: '编者的话。' } };
    }),
    timed(
      issueBulletin,
      async () => {
        const { day, revision } = await opened(dayAt(next('issued')));
        return { as: 'bureau', input: { day, revision } };
      },
      days.length,
    ),
    always('visitor', readBulletin, { editionId: null, number: 1 }),
    always('bureau', exportBulletin, { day: last }, 5),
    always('bureau', sendBulletin, { day: last, again: true }, 5),
  ];
}
