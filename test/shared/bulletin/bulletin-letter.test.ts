import { openBulletinOf } from '#shared/bulletin/bulletin';
import { toBulletinEntry } from '#shared/bulletin/bulletin-entry';
import { toBulletinLetter, type PrintedBulletin } from '#shared/bulletin/bulletin-letter';
import { composeBulletin, type CitiesStood } from '#shared/bulletin/compose-bulletin';
import { heldHow } from '#shared/bulletin/held-how';
import type { Activity, AttendanceMode } from '#shared/record/activity';
import { chineseNumber } from '#shared/official-form/official-letter';
import { activityWith, bodies, edition2018 as edition, october } from '../example-records';

const day = '2018-10-10';

const stood: CitiesStood = { isOwed: true, withContent: ['珠海'], nil: ['深圳'] };

function bulletinOf(activities: readonly Partial<Activity>[], cities = stood): PrintedBulletin {
  const entries = activities.map((changed, index) =>
    toBulletinEntry(activityWith({ id: `a${index}`, ...changed }), day, october('10 10:00')),
  );
  const facts = { edition, day, entries, exceptions: [], corrections: [], correctedEntries: [] };
  return {
    ...openBulletinOf('2018', day, 0),
    ...composeBulletin({ ...facts, stood: cities }, null),
    issuer: '广东省中小企业局',
    number: 2,
  };
}

/** The lines of a bulletin's letter as they are read. */
function linesOf(bulletin: PrintedBulletin): string[] {
  return toBulletinLetter(edition, bulletin).parts.flatMap((part) =>
    part.role === 'table' ? [] : [`${part.role} ${part.text}`],
  );
}

test('a bulletin is headed by the week, its number, its issuer and its day', () => {
  const { title, subtitle } = toBulletinLetter(edition, bulletinOf([{}]));
  expect(title).toEqual(['2018年全国大众创业万众创新活动周', '每日信息']);
  expect(subtitle).toEqual(['第2期', '广东省中小企业局\u30002018年10月10日']);
});

test('it goes from the lead to the activities and to how the cities stand', () => {
  const lines = linesOf(bulletinOf([{}, { name: '创业沙龙', venue: '', headcount: null }]));
  expect(lines.slice(0, 6)).toEqual([
    'body 截至10月10日16:00，1个市报送重要活动2项，参加人数共86人（另有1项待统计）。',
    'heading1 一、重要活动',
    'heading2 （一）小微企业融资政策解读会',
    'body 10月10日，广州示范基地在广州市一楼报告厅举办，86人参加。讲解小微企业融资担保降费奖补政策。',
    'heading2 （二）创业沙龙',
    'body 10月10日，广州示范基地在广州市举办。讲解小微企业融资担保降费奖补政策。',
  ]);
  expect(lines.slice(6)).toEqual([
    'heading1 二、报送情况',
    'body 有内容（2个市）：广州、珠海；零报告（1个市）：深圳。',
  ]);
});

test('an empty day says so, and goes on with how the cities stand', () => {
  expect(linesOf(bulletinOf([])).slice(0, 2)).toEqual([
    'body 截至10月10日16:00，没有收到重要活动信息。',
    'heading1 报送情况',
  ]);
});

test('where no nil report is asked for by the day, the bulletin lists nobody as 零报告 or 未报', () => {
  const none = { isOwed: false, withContent: [], nil: [] };
  expect(linesOf(bulletinOf([{}], none)).at(-1)).toBe('body 有内容（1个市）：广州。');
  expect(linesOf(bulletinOf([], none))).toEqual(['body 截至10月10日16:00，没有收到重要活动信息。']);
});

test('who hosts jointly is printed after the hosts, as in the workbook', () => {
  const coHosts = [{ unitId: 'unit-2', name: '深圳服务平台' }, ...bodies('广州银行')];
  expect(linesOf(bulletinOf([{ coHosts }]))[3]).toMatch(
    /^body 10月10日，广州示范基地、深圳服务平台、广州银行在广州市一楼报告厅举办，86人参加。/,
  );
});

test.each<[string, AttendanceMode | null, string, string]>([
  ['线下', 'offline', '市民中心', '在深圳市市民中心举办'],
  ['线下，没有填地点', 'offline', '', '在深圳市举办'],
  ['线上', 'online', '', '线上举办'],
  ['线上，有直播间', 'online', '市民中心', '在深圳市市民中心线上举办'],
  ['线上线下', 'both', '市民中心', '在深圳市市民中心以线上线下结合方式举办'],
  ['线上线下，没有填地点', 'both', '', '在深圳市以线上线下结合方式举办'],
  ['不知道方式', null, '市民中心', '在深圳市市民中心举办'],
  ['方式和地点都不知道', null, '', '在深圳市举办'],
])('%s is said as it is', (_case, mode, venue, said) => {
  expect(heldHow({ city: '深圳', venue, mode })).toBe(said);
});

test('corrections say what was said, what it is, whose and why; of a long text only what it is', () => {
  const corrections = [
    {
      entryId: '2018-10-09-a1',
      saidOn: '2018-10-09',
      unitName: '广州示范基地',
      unitCity: '广州',
      name: '小微企业融资政策解读会',
      differences: [
        { field: '参加人数', said: '86人', now: '90人' },
        { field: '主要内容', said: '旧的内容', now: '新的内容' },
      ],
      reasons: ['签到表漏计', '补充说明。'],
    },
  ];
  const lines = linesOf({ ...bulletinOf([{}]), corrections });
  expect(lines).toContain('heading1 二、更正');
  expect(lines).toContain(
    'body 1．10月9日简报“小微企业融资政策解读会”：参加人数由“86人”更正为“90人”；主要内容更正为“新的内容”。' +
      '更正单位：广州示范基地；原因：签到表漏计；补充说明。',
  );
});

test('the staff’s word stands at the end', () => {
  expect(linesOf({ ...bulletinOf([{}]), note: '明日起天气转凉。' }).at(-1)).toBe(
    'body 编者按：明日起天气转凉。',
  );
});

test('paragraphs of what it was about are run together, and end in one full stop', () => {
  const lines = linesOf(bulletinOf([{ about: '第一段说明。\n第二段没有句号，' }]));
  expect(lines[3]).toMatch(/第一段说明。第二段没有句号。$/);
});

test('headings count as people do', () => {
  expect([1, 9, 10, 11, 20, 21, 99, 100].map(chineseNumber)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
    '100',
  ]);
});
