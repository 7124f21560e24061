import type { Problem } from '#shared/refusal/problems';
import { activityTypes } from '#shared/record/activity-types';
import { z } from '#shared/zod';
import {
  changeForm,
  describeLength,
  emptyForm,
  logForm,
  needsReason,
  typesOf,
  type FormErrors,
  type LogForm,
} from '../../../../miniprogram/organiser/pages/log-activity/log-form';
import { activityWith, bodies, draft, october, octoberDay } from '../../../shared/example-records';

const empty = emptyForm({ unit: '广州示范基地', city: '广州', day: octoberDay('10') });
const filled = logForm.of(activityWith());

function errorsIn(changed: Partial<LogForm>): FormErrors {
  const before = { ...filled, ...changed };
  const form = { ...before };
  const read = logForm.read(form, null);
  expect(form).toEqual(before);
  return read.ok ? {} : read.errors;
}

function draftOf(changed: Partial<LogForm>) {
  const read = logForm.read({ ...filled, ...changed }, null);
  if (!read.ok) throw new Error(`Refused: ${JSON.stringify(read.errors)}`);
  return read.draft;
}

describe('an empty form', () => {
  test('knows the unit, its city and the day', () => {
    expect(empty).toMatchObject({
      hosts: '广州示范基地',
      city: '广州',
      firstDay: '2018-10-10',
      lastDay: '2018-10-10',
      important: false,
      isOpen: true,
    });
  });

  test('says at once everything that has to be filled in', () => {
    expect(logForm.read(empty, null)).toEqual({
      ok: false,
      errors: {
        type: '请从选项中选择',
        name: '至少写 4 个字',
        venue: '请填写',
        about: '至少写 10 个字',
      },
    });
  });
});

describe('a control that is filled in wrongly', () => {
  const long = (length: number) => '长'.repeat(length);

  test.each<[string, Partial<LogForm>, FormErrors]>([
    ['no type', { type: '' }, { type: '请从选项中选择' }],
    ['a type that nobody listed', { type: '庆典' }, { type: '请从选项中选择' }],
    ['a type of the other table', { type: '沙龙' }, { type: '所选类型不属于这张表，请重选' }],
    ['another type without a word', { type: '其他', typeOther: ' ' }, { typeOther: '请填写' }],
    [
      'another type in too many words',
      { type: '其他', typeOther: long(21) },
      { typeOther: '最多写 20 个字' },
    ],
    ['no name', { name: '' }, { name: '至少写 4 个字' }],
    ['a name of spaces', { name: '　　　　　' }, { name: '至少写 4 个字' }],
    ['too short a name', { name: '沙龙会' }, { name: '至少写 4 个字' }],
    ['too long a name', { name: long(101) }, { name: '最多写 100 个字' }],
    ['no host', { hosts: '' }, { hosts: '至少填 1 个' }],
    ['only commas for hosts', { hosts: '、，, ' }, { hosts: '至少填 1 个' }],
    ['too short a host', { hosts: '省' }, { hosts: '第 1 家：至少写 2 个字' }],
    ['too long a second host', { hosts: `省促进会、${long(51)}` }, { hosts: '第 2 家：最多写 50 个字' }],
    ['too many hosts', { hosts: '甲会、'.repeat(11) }, { hosts: '最多填 10 个' }],
    ['too short a co-host', { coHosts: '甲会、乙会、丙会、丁' }, { coHosts: '第 4 家：至少写 2 个字' }],
    ['too many co-hosts', { coHosts: '甲会、'.repeat(21) }, { coHosts: '最多填 20 个' }],
    ['no city', { city: '' }, { city: '请从选项中选择' }],
    ['a city in letters', { city: 'Canton' }, { city: '请从选项中选择' }],
    ['too long a district', { district: long(21) }, { district: '最多写 20 个字' }],
    ['no venue', { venue: '' }, { venue: '请填写' }],
    ['no venue for both ways', { mode: 'both', venue: '', link: 'https://a.cn' }, { venue: '请填写' }],
    ['too long a venue', { venue: long(61) }, { venue: '最多写 60 个字' }],
    ['no mode', { mode: '' }, { mode: '请从选项中选择' }],
    ['no link online', { mode: 'online', link: '' }, { link: '请填写' }],
    ['a link without https', { mode: 'online', link: 'a.cn' }, { link: '请填以 https:// 开头的网址' }],
    ['an unsafe link', { mode: 'both', link: 'http://a.cn' }, { link: '请填以 https:// 开头的网址' }],
    ['too long a link', { mode: 'online', link: `https://${long(293)}` }, { link: '最多写 300 个字' }],
    ['no first day', { firstDay: '' }, { firstDay: '请选择日期' }],
    ['a day that does not exist', { lastDay: '2018-10-32' }, { lastDay: '请选择日期' }],
    ['the end before the start', { lastDay: octoberDay('09') }, { lastDay: '结束不能早于开始' }],
    ['a slip in the year', { lastDay: '2019-10-10' }, { lastDay: '活动不能超过 92 天，请核对日期' }],
    ['no start', { startTime: '' }, { startTime: '请选择时间' }],
    ['no end', { endTime: '' }, { endTime: '请选择时间' }],
    ['an end at the start', { startTime: '09:00', endTime: '09:00' }, { endTime: '结束不能早于开始' }],
    ['no method', { method: '' }, { method: '请从选项中选择' }],
    ['a method nobody listed', { method: '听说' }, { method: '请从选项中选择' }],
    ['no content', { about: '' }, { about: '至少写 10 个字' }],
    ['too much content', { about: long(501) }, { about: '最多写 500 个字' }],
  ])('%s is told at its own field, and the rest stays', (_case, changed, errors) => {
    expect(errorsIn(changed)).toEqual(errors);
  });

  test('every mistake is told at once', () => {
    const errors = errorsIn({ name: '', hosts: '', count: 'abc', about: '', city: '', endTime: '08:00' });

    expect(Object.keys(errors).sort()).toEqual(['about', 'city', 'count', 'endTime', 'hosts', 'name']);
  });

  test('what the form does not show is not asked for', () => {
    expect(errorsIn({ typeOther: long(300), link: 'no link', method: '听说', count: '' })).toEqual({});
    expect(errorsIn({ mode: 'online', link: 'https://a.cn', venue: long(300) })).toEqual({});
  });

  test('what the form does not show is not sent either', () => {
    expect(draftOf({ typeOther: '签约仪式', link: 'https://a.cn' })).toMatchObject({
      typeOther: '',
      link: '',
    });
    expect(draftOf({ mode: 'online', link: 'https://a.cn', venue: '一楼' }).venue).toBe('');
  });
});

describe('the headcount', () => {
  test.each([
    ['86', 86],
    [' 86 ', 86],
    ['　86', 86],
    ['086', 86],
    ['１２', 12],
    ['8６', 86],
    ['0', 0],
    ['1000000', 1_000_000],
  ])('typed as "%s" is %i', (count, persons) => {
    expect(draftOf({ count }).headcount).toEqual({ count: persons, method: '签到表' });
  });

  test.each(['', ' ', '　'])('typed as "%s" is not known yet', (count) => {
    expect(draftOf({ count }).headcount).toBeNull();
  });

  test.each([
    ['8.5', '请填整数'],
    ['８.５', '请填整数'],
    ['abc', '请填整数'],
    ['86人', '请填整数'],
    ['约86', '请填整数'],
    ['八十六', '请填整数'],
    ['1,000', '请填整数'],
    ['1e3', '请填整数'],
    ['0x10', '请填整数'],
    ['Infinity', '请填整数'],
    ['--1', '请填整数'],
    ['-1', '不能小于 0'],
    ['1000001', '不能大于 1000000'],
    ['9'.repeat(400), '请填整数'],
  ])('typed as "%s" is refused: %s', (count, sentence) => {
    expect(errorsIn({ count })).toEqual({ count: sentence });
  });
});

describe('several names in one field', () => {
  test.each([
    ['甲会、乙会，丙会,丁会', ['甲会', '乙会', '丙会', '丁会']],
    ['甲会；乙会;丙会\n丁会', ['甲会', '乙会', '丙会', '丁会']],
    [' 甲会 、、 乙会，', ['甲会', '乙会']],
    ['Acme Inc. 中国', ['Acme Inc. 中国']],
  ])('"%s" are %j', (hosts, names) => {
    expect(draftOf({ hosts, coHosts: hosts })).toMatchObject({ hosts: names, coHosts: bodies(...names) });
  });
});

describe('what the cloud found wrong', () => {
  const landsOn = (field: string, problem: Problem = 'too-short', limit: number | null = 2) =>
    logForm.errorsOf([{ field, problem, limit }]);

  test.each<[string, Problem, number | null, FormErrors]>([
    ['activity.name', 'too-short', 4, { name: '至少写 4 个字' }],
    ['activity.hosts', 'too-few', 1, { hosts: '至少填 1 个' }],
    ['activity.hosts.0', 'too-short', 2, { hosts: '第 1 家：至少写 2 个字' }],
    ['activity.coHosts.3.name', 'too-long', 50, { coHosts: '第 4 家：最多写 50 个字' }],
    ['activity.headcount', 'required', null, { count: '请填写' }],
    ['activity.headcount.count', 'not-whole', null, { count: '请填整数' }],
    ['activity.headcount.method', 'not-a-choice', null, { method: '请从选项中选择' }],
    ['activity.firstDay', 'not-in-the-week', null, { firstDay: '活动周内没有这几天，请核对日期' }],
    ['bulletinDay', 'not-its-day', null, { bulletinDay: '活动不在这一天，请选活动中的一天' }],
    ['activity.about', 'wrong', null, { about: '填写有误，请改正' }],
  ])('at %s (%s) is shown at the right field of the form', (field, problem, limit, errors) => {
    expect(landsOn(field, problem, limit)).toEqual(errors);
  });

  test.each(['change.id', 'activity.unitId', 'requestId', '', 'toString'])(
    'at "%s", which the form does not have, is shown at no field',
    (field) => {
      expect(landsOn(field, 'unknown-field', null)).toEqual({});
    },
  );

  test('of two problems at one field the first is told', () => {
    const problems = ['activity.hosts.1', 'activity.hosts.4'].map((field) => ({
      field,
      problem: 'too-short' as const,
      limit: 2,
    }));

    expect(logForm.errorsOf(problems)).toEqual({ hosts: '第 2 家：至少写 2 个字' });
  });
});

describe('a change of one field', () => {
  test('changes that field and nothing else', () => {
    expect(changeForm(filled, 'name', '创业沙龙进园区')).toEqual({ ...filled, name: '创业沙龙进园区' });
  });

  test('to another table clears a type that is not of it', () => {
    expect(changeForm({ ...filled, type: '政策解读' }, 'table', 'exhibition').type).toBe('');
  });

  test('to another table keeps the type that both have', () => {
    expect(changeForm({ ...filled, type: '其他' }, 'table', 'exhibition').type).toBe('其他');
  });

  test('moves the last day along when the first day is put after it', () => {
    expect(changeForm(filled, 'firstDay', octoberDay('12'))).toMatchObject({
      firstDay: '2018-10-12',
      lastDay: '2018-10-12',
    });
  });

  test('leaves the last day when the first day stays before it', () => {
    const several = { ...filled, lastDay: octoberDay('13') };

    expect(changeForm(several, 'firstDay', octoberDay('12')).lastDay).toBe('2018-10-13');
  });

  test('does not touch the form it was given', () => {
    const before = { ...filled };
    changeForm(filled, 'firstDay', octoberDay('12'));

    expect(filled).toEqual(before);
  });
});

describe('a record that is opened and sent back', () => {
  test.each([
    ['as it is', {}],
    ['with several hosts', { hosts: ['甲会', '乙会'], coHosts: bodies('丙会') }],
    ['without a headcount', { headcount: null }],
    ['online', { mode: 'online' as const, link: 'https://a.cn/live', venue: '' }],
    ['of a type of its own', { type: '其他' as const, typeOther: '签约仪式' }],
    ['over several days', { lastDay: octoberDay('12'), isOpen: false }],
  ])('%s is the same', (_case, changed) => {
    expect(logForm.read(logForm.of(activityWith(changed)), activityWith(changed))).toEqual({
      ok: true,
      draft: { ...draft, ...changed },
    });
  });

  test('shows the bodies that were typed, and keeps the units that it does not show', () => {
    const unit = { unitId: 'unit-2', name: '深圳服务平台' };
    const kept = activityWith({ coHosts: [unit, ...bodies('丙会')] });
    expect(logForm.of(kept).coHosts).toBe('丙会');
    const typed = logForm.read({ ...logForm.of(kept), coHosts: '丁会' }, kept);
    expect(typed).toMatchObject({ ok: true, draft: { coHosts: [...bodies('丁会'), unit] } });
  });

  test('asks for times that nobody knew', () => {
    const read = logForm.read(logForm.of(activityWith({ startTime: null, endTime: null })), null);

    expect(read).toEqual({ ok: false, errors: { startTime: '请选择时间', endTime: '请选择时间' } });
  });

  test('asks how it is held where nobody knew', () => {
    const read = logForm.read(logForm.of(activityWith({ mode: null })), null);

    expect(read).toEqual({ ok: false, errors: { mode: '请从选项中选择' } });
  });

  test('brings the day of its bulletin, but nothing that the form does not show', () => {
    const bulletin = { result: 'taken' as const, day: octoberDay('11'), receivedAt: october('11 09:00') };

    expect(logForm.of(activityWith({ bulletin })).bulletinDay).toBe('2018-10-11');
    expect(Object.keys(logForm.of(activityWith())).sort()).toEqual([...logForm.order].sort());
  });
});

describe('a form kept on the phone', () => {
  test('is brought back as it was', () => {
    const draft = { form: filled, revision: 3 };
    expect(logForm.restore({ ...draft }, empty)).toEqual(draft);
  });

  test.each([
    ['nothing', undefined],
    ['a text', '{"name":"沙龙"}'],
    ['a form of an older version', { name: '沙龙' }],
    ['a form without the revision it changes', empty],
    ['a form with a field of another kind', { form: { ...empty, count: 86 }, revision: null }],
  ])('is ignored when it is %s', (_case, kept) => {
    expect(logForm.restore(kept, filled)).toBeNull();
  });
});

describe('the counter of the main content', () => {
  test.each([
    ['', '0 / 500', false],
    ['讲解政策', '4 / 500', false],
    ['  讲解\n政策 　', '5 / 500', false],
    ['讲\u200b解', '2 / 500', false],
    ['交流😀', '3 / 500', false],
    ['长'.repeat(500), '500 / 500', false],
    ['😀'.repeat(500), '500 / 500', false],
    ['长'.repeat(501), '501 / 500', true],
  ])('counts characters as the rule does', (about, text, isOver) => {
    expect(describeLength(about)).toEqual({ text, isOver });
    expect(errorsIn({ about }).about === '最多写 500 个字').toBe(isOver);
  });
});

test('every table offers its own types', () => {
  expect(typesOf('service').map(({ value }) => value)).toEqual(activityTypes.service);
  expect(typesOf('exhibition').map(({ label }) => label)).toEqual(activityTypes.exhibition);
});

test('what the form does not show of a record is handed in again as it was', () => {
  const rich = activityWith({
    fields: ['融资'],
    series: '创客广东',
    place: { latitude: 23.1, longitude: 113.3 },
    contact: '广州示范基地服务台',
    capacity: 120,
    expected: 100,
  });
  const read = logForm.read(logForm.of(rich), rich);
  expect(read).toMatchObject({
    ok: true,
    draft: {
      fields: ['融资'],
      series: '创客广东',
      place: { latitude: 23.1, longitude: 113.3 },
      contact: '广州示范基地服务台',
      capacity: 120,
      expected: 100,
    },
  });
});

describe('a reason is asked for', () => {
  const taken = { result: 'taken', day: octoberDay('10'), receivedAt: 0 } as const;

  test.each([
    ['of what is accepted', activityWith({ state: 'accepted' }), true],
    ['of what a bulletin has taken', activityWith({ bulletin: taken }), true],
    ['not of what is only reported', activityWith({ state: 'reported' }), false],
    ['not of a new one', null, false],
  ])('%s', (_of, activity, expected) => {
    expect(needsReason(activity)).toBe(expected);
  });
});

test('a field that is added to the draft is handed in again as it was, before the form knows of it', async () => {
  const record = jest.requireActual<typeof import('#shared/record/activity')>('#shared/record/activity');
  const grown = record.activityDraft.safeExtend({ grade: z.string().default('') });
  jest.doMock('#shared/record/activity', () => ({ ...record, activityDraft: grown }));
  await jest.isolateModulesAsync(async () => {
    const later = await import('../../../../miniprogram/organiser/pages/log-activity/log-form');
    const graded = { ...activityWith(), grade: '省级' };
    const read = later.logForm.read({ ...later.logForm.of(graded), name: '创业沙龙进园区' }, graded);

    expect(read).toMatchObject({ ok: true, draft: { name: '创业沙龙进园区', grade: '省级' } });
  });
  jest.dontMock('#shared/record/activity');
});
