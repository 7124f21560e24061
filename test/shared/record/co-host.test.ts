import { coHost, hostNames, inTheirOrder, withUnit, withoutRepeated } from '#shared/record/co-host';
import { activityDraft } from '#shared/record/activity';
import { fieldProblemsOf } from '#shared/refusal/field-problem';
import { bodies, draft } from '../example-records';

const platform = { unitId: 'unit-2', name: '深圳服务平台' };

test('a co-host is a unit of the system or the name of a body outside it', () => {
  expect(coHost.safeParse(platform).success).toBe(true);
  expect(coHost.safeParse({ unitId: null, name: '广州银行' }).success).toBe(true);
  expect(coHost.safeParse('广州银行').success).toBe(false);
});

test('one that is named twice is there once, however it is typed', () => {
  const typed = bodies('广州 银行', '广州银行', 'ＡＢＣ・孵化器', 'abc·孵化器');
  expect(withoutRepeated(typed)).toEqual(bodies('广州 银行', 'ＡＢＣ・孵化器'));
});

test('a name that is a unit’s is that unit', () => {
  expect(withoutRepeated([...bodies('深圳服务 平台', '广州银行'), platform])).toEqual([
    ...bodies('广州银行'),
    platform,
  ]);
});

test('a unit that joins stands where its name stood', () => {
  const before = bodies('深圳服务平台', '广州银行');
  expect(withUnit(before, { id: 'unit-2', name: '深圳服务平台' })).toEqual([platform, ...bodies('广州银行')]);
  expect(withUnit(bodies('广州银行'), { id: 'unit-2', name: '深圳服务平台' })).toEqual([
    ...bodies('广州银行'),
    platform,
  ]);
});

test('a form that has the units at its end changes nothing; another order of names is a change', () => {
  const [one, other] = bodies('广州银行', '甲会');
  const kept = [one, platform, other].filter((each) => each !== undefined);
  expect(inTheirOrder([...bodies('广州银行', '甲会'), platform], kept)).toEqual(kept);
  const reordered = [...bodies('甲会', '广州银行'), platform];
  expect(inTheirOrder(reordered, kept)).toEqual(reordered);
  expect(inTheirOrder(bodies('广州银行', '甲会'), kept)).toEqual(bodies('广州银行', '甲会'));
});

test('hosts and co-hosts are printed one after the other', () => {
  expect(hostNames({ hosts: ['甲会'], coHosts: [platform] })).toEqual(['甲会', '深圳服务平台']);
});

test.each(['··', '\u3164\u3164', '\u2800\u2800\u2800'])(
  'a name that shows nothing (%j) is no name',
  (name) => {
    const typed = { ...draft, hosts: [name], coHosts: bodies(name), name: name.repeat(2) };
    const read = activityDraft.safeParse(typed);
    const problems = read.success ? [] : fieldProblemsOf(read.error);
    expect(problems.map(({ field, problem }) => `${field} ${problem}`)).toEqual(
      expect.arrayContaining(['hosts.0 required', 'coHosts.0.name required', 'name required']),
    );
  },
);
