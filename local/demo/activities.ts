import { activity, type Activity } from '#shared/record/activity';
import { activityTable, activityType } from '#shared/record/activity-types';
import { settleActivity } from '#shared/record/activity-life';
import { newRecord, type RecordState } from '#shared/record/record';
import { city } from '#shared/ground/region';
import { instantOf } from '#shared/ground/guangdong-time';
import { z } from '#shared/zod';
import listed from './data/activities.json';
import { edition2018 } from './edition-2018';
import { unitNamed } from './units';

const reported = z.object({
  name: z.string(),
  table: activityTable,
  type: activityType,
  hosts: z.array(z.string()),
  coHosts: z.array(z.string()),
  city,
  district: z.string().default(''),
  venue: z.string().default(''),
  date: z.string(),
  endDate: z.string().optional(),
  summary: z.string(),
});
type Reported = z.infer<typeof reported>;

/** Who logged an activity of the public reports is not known; the demo gives it to the unit nearest to it. */
function unitFor({ name, city: where }: Reported) {
  if (/中博会|中小企业博览会|创客中国/.test(name)) return unitNamed('中国国际中小企业博览会事务局');
  const byCity: Record<string, string> = {
    广州: '广州市工业和信息化委员会',
    中山: '中山市经济和信息化局',
    湛江: '湛江市经济和信息化局',
  };
  return unitNamed(byCity[where] ?? '广东省中小企业局');
}

const loggedAt = instantOf('2018-10-08', '17:00');

/** What had taken place before the demo's day has been accepted; the rest is announced. No report gave a headcount. */
function stateOf({ date }: Reported): RecordState {
  return date < '2018-10-10' ? 'accepted' : 'announced';
}

function toActivity(report: Reported, index: number): Activity {
  const { date, endDate, summary, coHosts, ...facts } = report;
  const unit = unitFor(report);
  return activity.parse(
    settleActivity(
      {
        ...newRecord,
        release: { at: loggedAt, by: null },
        ...facts,
        coHosts: coHosts.map((name) => ({ unitId: null, name })),
        id: `demo-activity-${index + 1}`,
        typeOther: '',
        mode: null,
        link: '',
        firstDay: date,
        lastDay: endDate ?? date,
        startTime: null,
        endTime: null,
        headcount: null,
        about: summary,
        isOpen: true,
        fields: [],
        series: '',
        place: null,
        contact: '',
        capacity: null,
        expected: null,
        editionId: edition2018.id,
        unitId: unit.id,
        unitName: unit.name,
        unitCity: unit.city,
        revision: 1,
        important: false,
        bulletin: { result: 'none' },
        inBulletins: [],
        cancelled: null,
        postponedFrom: null,
        createdAt: loggedAt,
        updatedAt: loggedAt,
        reportedAt: stateOf(report) === 'accepted' ? loggedAt : null,
      },
      edition2018,
      stateOf(report),
    ),
  );
}

/** The activities of the week in Guangdong that the public reports tell of; what they do not tell stays empty. */
export const activities: readonly Activity[] = z.array(reported).parse(listed).map(toActivity);
