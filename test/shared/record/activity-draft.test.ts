import { fieldProblemsOf } from '#shared/refusal/field-problem';
import { activityDraft, isInEdition } from '#shared/record/activity';
import { activityTypes, isTypeOf } from '#shared/record/activity-types';
import { bodies, draft, edition2018 } from '../example-records';

/** What is wrong, as `field: problem`, with the limit behind it where there is one. */
function problemsOf(input: unknown): string[] {
  const parsed = activityDraft.safeParse(input, { reportInput: true });
  if (parsed.success) return [];
  return fieldProblemsOf(parsed.error).map(
    ({ field, problem, limit }) => `${field}: ${problem}${limit === null ? '' : ` ${limit}`}`,
  );
}

function problemsWith(changed: Record<string, unknown>): string[] {
  return problemsOf({ ...draft, ...changed });
}

test('a draft that is right in every field is taken as it is', () => {
  expect(activityDraft.parse(draft)).toEqual(draft);
});

test('an activity that is not held yet has no headcount', () => {
  expect(problemsWith({ headcount: null })).toEqual([]);
});

/** What an activity may be silent about, and what it then says. */
const silence = {
  fields: [],
  series: '',
  place: null,
  contact: '',
  capacity: null,
  expected: null,
} satisfies Partial<typeof draft>;

function draftWithout(field: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(draft).filter(([each]) => each !== field));
}

describe('every field left out is required', () => {
  const fields = Object.keys(draft).filter((field) => !(field in silence));
  const choices = ['table', 'type', 'mode'];

  test.each(fields)('%s', (field) => {
    const problem = choices.includes(field) ? 'not-a-choice' : 'required';
    expect(problemsOf(draftWithout(field))).toEqual([`${field}: ${problem}`]);
  });

  test('all at once, each with its own problem', () => {
    expect(problemsOf({}).map((text) => text.split(':')[0])).toEqual(fields);
  });
});

test.each(Object.entries(silence))('%s may be left out, which says nothing', (field, nothing) => {
  expect(activityDraft.parse(draftWithout(field))).toMatchObject({ [field]: nothing });
});

describe('every field wrong in every way has its problem at the field', () => {
  const long = (length: number) => '长'.repeat(length);

  test.each<[string, Record<string, unknown>, string[]]>([
    ['a table that is none', { table: 'policy' }, ['table: not-a-choice']],
    ['a type that is none', { type: '聚餐' }, ['type: not-a-choice']],
    ['a type of the other table', { type: '沙龙' }, ['type: not-of-this-table']],
    ['another type that is not said', { type: '其他' }, ['typeOther: required']],
    ['another type of spaces', { type: '其他', typeOther: '　 ' }, ['typeOther: required']],
    ['another type too long', { type: '其他', typeOther: long(21) }, ['typeOther: too-long 20']],
    ['an empty name', { name: '' }, ['name: too-short 4']],
    ['a name of spaces', { name: '　　  \t\n' }, ['name: too-short 4']],
    ['a name of zero-width spaces', { name: '\u200b'.repeat(8) }, ['name: too-short 4']],
    ['a name too short', { name: '解读会' }, ['name: too-short 4']],
    ['a name too long', { name: long(101) }, ['name: too-long 100']],
    ['a name that is a number', { name: 1234 }, ['name: wrong']],
    ['a name that is a list', { name: ['小微企业'] }, ['name: wrong']],
    ['a name that is an object', { name: { length: 8 } }, ['name: wrong']],
    ['no host', { hosts: [] }, ['hosts: too-few 1']],
    ['too many hosts', { hosts: Array.from({ length: 11 }, () => '主办单位') }, ['hosts: too-many 10']],
    ['an empty host among others', { hosts: ['示范基地', ''] }, ['hosts.1: too-short 2']],
    ['a host too long', { hosts: [long(51)] }, ['hosts.0: too-long 50']],
    ['hosts in one text', { hosts: '示范基地' }, ['hosts: wrong']],
    [
      'too many co-hosts',
      { coHosts: bodies(...Array.from({ length: 21 }, () => '协办')) },
      ['coHosts: too-many 20'],
    ],
    ['a co-host that is null', { coHosts: [null] }, ['coHosts.0: required']],
    ['a city in letters', { city: 'Guangzhou' }, ['city: not-a-choice']],
    ['a city of one character', { city: '穗' }, ['city: not-a-choice']],
    ['the province for a city', { city: '省直' }, ['city: not-a-choice']],
    ['a district too long', { district: long(21) }, ['district: too-long 20']],
    ['no venue where people come', { venue: '' }, ['venue: required']],
    ['a venue of spaces', { venue: ' ' }, ['venue: required']],
    ['no venue where some come', { mode: 'both', venue: '', link: 'https://a.cn/1' }, ['venue: required']],
    ['a venue too long', { venue: long(61) }, ['venue: too-long 60']],
    ['a mode that is none', { mode: 'hybrid' }, ['mode: not-a-choice']],
    ['no link where it is online', { mode: 'online' }, ['link: required']],
    ['no link where it is both', { mode: 'both' }, ['link: required']],
    ['a link without https', { link: 'http://example.org' }, ['link: not-a-link']],
    ['a link that is a script', { link: 'javascript:alert(1)' }, ['link: not-a-link']],
    ['a link with a space', { link: 'https://example.org/a b' }, ['link: not-a-link']],
    ['a link to nowhere', { link: 'https://' }, ['link: not-a-link']],
    ['a link too long', { link: `https://example.org/${'a'.repeat(300)}` }, ['link: too-long 300']],
    ['a day that does not exist', { firstDay: '2018-02-30' }, ['firstDay: not-a-date']],
    ['a day written otherwise', { firstDay: '2018/10/10' }, ['firstDay: not-a-date']],
    ['an empty day', { lastDay: '' }, ['lastDay: not-a-date']],
    ['a day that is an instant', { lastDay: 1539158400000 }, ['lastDay: wrong']],
    ['a last day before the first', { lastDay: '2018-10-09' }, ['lastDay: before-start']],
    ['93 days', { lastDay: '2019-01-10' }, ['lastDay: too-long-a-time']],
    ['a time that does not exist', { startTime: '24:00' }, ['startTime: not-a-time']],
    ['a time in words', { endTime: '下午四点' }, ['endTime: not-a-time']],
    ['an end before the start', { endTime: '08:59' }, ['endTime: before-start']],
    ['an end at the start', { endTime: '09:00' }, ['endTime: before-start']],
    ['less than nobody', { headcount: { count: -1, method: '签到表' } }, ['headcount.count: too-small 0']],
    ['half a person', { headcount: { count: 1.5, method: '签到表' } }, ['headcount.count: not-whole']],
    [
      'more than a province',
      { headcount: { count: 1_000_001, method: '签到表' } },
      ['headcount.count: too-large 1000000'],
    ],
    [
      'beyond every number',
      { headcount: { count: 1e300, method: '签到表' } },
      ['headcount.count: too-large 1000000'],
    ],
    ['a headcount in words', { headcount: { count: '86', method: '签到表' } }, ['headcount.count: wrong']],
    [
      'a headcount that is no number',
      { headcount: { count: NaN, method: '签到表' } },
      ['headcount.count: wrong'],
    ],
    [
      'a headcount without a number',
      { headcount: { count: null, method: '签到表' } },
      ['headcount.count: required'],
    ],
    [
      'a headcount nobody made',
      { headcount: { count: 1, method: '猜' } },
      ['headcount.method: not-a-choice'],
    ],
    ['a bare headcount', { headcount: 86 }, ['headcount: wrong']],
    [
      'a headcount with more in it',
      { headcount: { count: 1, method: '签到表', isEstimated: false } },
      ['headcount.isEstimated: unknown-field'],
    ],
    ['nothing about it', { about: '' }, ['about: too-short 10']],
    ['too little about it', { about: '讲解了政策。' }, ['about: too-short 10']],
    ['too much about it', { about: long(501) }, ['about: too-long 500']],
    ['a field of service that is none', { fields: ['创业', '养殖'] }, ['fields.1: not-a-choice']],
    ['six fields of service', { fields: Array(6).fill('创业') }, ['fields: too-many 5']],
    ['fields of service in a text', { fields: '创业' }, ['fields: wrong']],
    ['a field of service that is null', { fields: null }, ['fields: required']],
    ['a series too long', { series: long(21) }, ['series: too-long 20']],
    ['a place off the earth', { place: { latitude: 91, longitude: 113 } }, ['place.latitude: too-large 90']],
    ['half a place', { place: { latitude: 23 } }, ['place.longitude: required']],
    ['a place in words', { place: '琶洲' }, ['place: wrong']],
    ['a contact too long', { contact: long(61) }, ['contact: too-long 60']],
    ['room for nobody', { capacity: 0 }, ['capacity: too-small 1']],
    ['room for half a person', { capacity: 0.5 }, ['capacity: not-whole']],
    ['fewer than nobody expected', { expected: -1 }, ['expected: too-small 0']],
    ['more than a province expected', { expected: 1_000_001 }, ['expected: too-large 1000000']],
    ['openness in words', { isOpen: '是' }, ['isOpen: wrong']],
    ['openness as a number', { isOpen: 1 }, ['isOpen: wrong']],
  ])('%s', (_sentence, changed, problems) => {
    expect(problemsWith(changed)).toEqual(problems);
  });

  test('two wrong fields are both named', () => {
    expect(problemsWith({ name: '', city: '-' })).toEqual(['name: too-short 4', 'city: not-a-choice']);
  });

  test('fields that disagree are all named', () => {
    expect(problemsWith({ type: '沙龙', venue: '', endTime: '08:00' })).toEqual([
      'type: not-of-this-table',
      'venue: required',
      'endTime: before-start',
    ]);
  });
});

describe('what is not a form at all is refused', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
  ])('%s', (_sentence, input) => {
    expect(problemsOf(input)).toEqual([': required']);
  });
  test.each<[string, unknown]>([
    ['a text', 'draft'],
    ['a list', [draft]],
    ['a number', 1],
  ])('%s', (_sentence, input) => {
    expect(problemsOf(input)).toEqual([': wrong']);
  });
});

describe('fields that nobody asked for are refused', () => {
  test.each(['state', 'unitId', 'openid', 'listed', 'revision', 'constructor', 'toString'])('%s', (field) => {
    expect(problemsWith({ [field]: 'accepted' })).toEqual([`${field}: unknown-field`]);
  });

  test('__proto__, as it comes out of JSON, is refused and changes no prototype', () => {
    const input: unknown = JSON.parse(`${JSON.stringify(draft).slice(0, -1)},"__proto__":{"isOpen":false}}`);
    expect(problemsOf(input)).toEqual(['__proto__: unknown-field']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('a thousand of them give fifty problems, and a very long name is cut', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_each, index) => [`field${index}`, 1]));
    expect(problemsWith(many)).toHaveLength(50);
    expect(problemsWith({ ['长'.repeat(1_000_000)]: 1 })).toEqual([`${'长'.repeat(80)}: unknown-field`]);
  });
});

describe('1 MB of text is refused without being repeated', () => {
  const megabyte = '长'.repeat(1_000_000);
  test.each(['name', 'about', 'venue', 'district', 'link', 'typeOther'])('in %s', (field) => {
    const problems = problemsWith({ [field]: megabyte });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${field}: too-long \\d+$`));
  });
  test.each(['table', 'type', 'city', 'firstDay', 'startTime', 'mode'])('in %s', (field) => {
    const problems = problemsWith({ [field]: megabyte });
    expect(problems.map((text) => text.split(':')[0])).toEqual([field]);
  });
});

describe('lengths', () => {
  test('are those of the text without the spaces around it', () => {
    expect(activityDraft.parse({ ...draft, name: '　 创业沙龙\n' }).name).toBe('创业沙龙');
    expect(problemsWith({ name: `  ${'长'.repeat(100)}  ` })).toEqual([]);
  });

  test('may be reached to the last character', () => {
    expect(problemsWith({ name: '四字名称', about: '十'.repeat(10) })).toEqual([]);
    expect(problemsWith({ about: '长'.repeat(500), venue: '长'.repeat(60) })).toEqual([]);
  });

  test('count an emoji or a rare character as one', () => {
    expect(problemsWith({ name: '🎉🎉' })).toEqual(['name: too-short 4']);
    expect(problemsWith({ name: '𠮷田论坛' })).toEqual([]);
    expect(problemsWith({ name: '🎉'.repeat(100) })).toEqual([]);
    expect(problemsWith({ name: '🎉'.repeat(101) })).toEqual(['name: too-long 100']);
  });
});

describe('time', () => {
  test('may run over midnight into another day', () => {
    expect(problemsWith({ startTime: '20:00', endTime: '01:00', lastDay: '2018-10-11' })).toEqual([]);
  });
  test('may last 92 days', () => {
    expect(problemsWith({ lastDay: '2019-01-09' })).toEqual([]);
  });
});

test('an online activity needs no venue', () => {
  expect(problemsWith({ mode: 'online', venue: '', link: 'https://live.example.org/8' })).toEqual([]);
});

describe('the types of the notices', () => {
  test('belong to their own table', () => {
    for (const type of activityTypes.service) expect(isTypeOf('service', type)).toBe(true);
    for (const type of activityTypes.exhibition) expect(isTypeOf('exhibition', type)).toBe(true);
    expect(isTypeOf('service', '沙龙')).toBe(false);
    expect(isTypeOf('exhibition', '政策解读')).toBe(false);
  });

  test.each(['service', 'exhibition'])('其他 belongs to both, and says what: %s', (table) => {
    expect(problemsWith({ table, type: '其他', typeOther: '义诊' })).toEqual([]);
  });
});

describe('an activity is in the week', () => {
  test.each([
    ['2018-10-01', '2018-10-08', false],
    ['2018-10-01', '2018-10-09', true],
    ['2018-10-12', '2018-10-12', true],
    ['2018-10-15', '2018-10-20', true],
    ['2018-10-16', '2018-10-20', false],
    ['2018-10-01', '2018-10-31', true],
  ])('%s to %s: %s', (firstDay, lastDay, expected) => {
    expect(isInEdition({ firstDay, lastDay }, edition2018)).toBe(expected);
  });
});
