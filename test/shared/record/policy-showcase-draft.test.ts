import { fieldProblemsOf } from '#shared/refusal/field-problem';
import { policyDraft } from '#shared/record/policy';
import { publicTextsOf } from '#shared/record/public-texts';
import { followUpDraft, showcaseDraft } from '#shared/record/showcase';
import type { z } from '#shared/zod';
import { bodies, draft } from '../example-records';

function problemsOf(schema: z.ZodType, input: unknown): string[] {
  const parsed = schema.safeParse(input, { reportInput: true });
  return parsed.success
    ? []
    : fieldProblemsOf(parsed.error).map(({ field, problem }) => `${field}: ${problem}`);
}

const policy = { name: '支持小微企业融资若干措施', issuer: '广州市政府', issuedOn: '2018-10-10' };
const showcase = {
  kind: '典型案例',
  name: '一家小微企业的数字化车间',
  city: '广州',
  holder: '广州某公司',
  about: '两年里把车间的产能提高了一倍。',
};

test('a policy may be silent about its number, remark, text and link', () => {
  expect(policyDraft.parse(policy)).toEqual({
    ...policy,
    documentNumber: '',
    remark: '',
    text: '',
    link: '',
  });
});

test.each(['2018', '2018-02', '2018-02-28', '1999-12-31'])('a policy is issued on %s', (issuedOn) => {
  expect(problemsOf(policyDraft, { ...policy, issuedOn })).toEqual([]);
});

test.each(['', '18', '2018-13', '2018-02-30', '2018-2-3', '2018年', '3018', '2018-10-10T00:00'])(
  'a policy is not issued on "%s"',
  (issuedOn) => {
    expect(problemsOf(policyDraft, { ...policy, issuedOn })).toEqual(['issuedOn: not-a-date']);
  },
);

test.each<[string, Record<string, unknown>, string[]]>([
  ['a name too short', { name: '措施' }, ['name: too-short']],
  ['no issuer', { issuer: undefined }, ['issuer: required']],
  ['a date in figures', { issuedOn: 2018 }, ['issuedOn: wrong']],
  ['a link that is a script', { link: 'javascript:alert(1)' }, ['link: not-a-link']],
  ['too long a text', { text: '长'.repeat(5001) }, ['text: too-long']],
  ['a field nobody asked for', { state: 'accepted' }, ['state: unknown-field']],
])('a policy with %s', (_what, changed, problems) => {
  expect(problemsOf(policyDraft, { ...policy, ...changed })).toEqual(problems);
});

test.each<[string, Record<string, unknown>, string[]]>([
  ['a kind that is none', { kind: '先进个人' }, ['kind: not-a-choice']],
  ['a city in letters', { city: 'Guangzhou' }, ['city: not-a-choice']],
  ['no holder', { holder: '' }, ['holder: too-short']],
  ['too little about it', { about: '很好。' }, ['about: too-short']],
  ['follow-ups that came along', { followUps: [] }, ['followUps: unknown-field']],
])('a showcase with %s', (_what, changed, problems) => {
  expect(problemsOf(showcaseDraft, showcase)).toEqual([]);
  expect(problemsOf(showcaseDraft, { ...showcase, ...changed })).toEqual(problems);
});

test('a follow-up needs its day, kind and unit', () => {
  expect(problemsOf(followUpDraft, { day: '2018-10-32', kind: '', unit: '', note: '' })).toEqual([
    'day: not-a-date',
    'kind: too-short',
    'unit: too-short',
  ]);
});

test('people’s own words are what the content check reads: no choices, figures or dates', () => {
  const words = publicTextsOf('activity', {
    ...draft,
    coHosts: bodies('协办甲', '协办乙'),
    contact: '咨询台',
  });
  expect(words.map(({ field }) => field)).toEqual([
    'name',
    'hosts',
    'coHosts',
    'district',
    'venue',
    'about',
    'contact',
  ]);
  expect(words.find(({ field }) => field === 'coHosts')?.text).toBe('协办甲\n协办乙');
  expect(publicTextsOf('policy', { ...policy, remark: '' }).map(({ field }) => field)).toEqual([
    'name',
    'issuer',
  ]);
});
