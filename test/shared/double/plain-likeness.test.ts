import { plainLikeness } from '#shared/double/plain-likeness';
import { settlePlain, type PlainRecordOf } from '#shared/record/plain-kinds';
import { newRecord } from '#shared/record/record';
import { showcaseDraft } from '../example-drafts';
import { policyWith } from '../example-records';

type Policy = PlainRecordOf['policy'];
type Showcase = PlainRecordOf['showcase'];

const number = '粤府〔2018〕79号';

describe('two policies are likely one', () => {
  test.each<[string, Partial<Policy>, Partial<Policy>, boolean]>([
    [
      'of the same number in other brackets and width',
      { documentNumber: number },
      { documentNumber: '粤府[２０１８] 79号', name: '完全另写的名称一则', issuedOn: '2018-01-01' },
      true,
    ],
    ['of two numbers', { documentNumber: number }, { documentNumber: '粤府〔2018〕80号' }, false],
    ['of the same name and date, one without a number', { documentNumber: number }, {}, true],
    ['of the same name and another date', {}, { issuedOn: '2017-09-20' }, false],
    ['of the same name, of which one date is known to the month only', {}, { issuedOn: '2018-09' }, true],
    ['of another name on the same date', {}, { name: '关于组织参加中博会的通知' }, false],
    [
      'that are the first list and the second',
      { name: '关于公布第一批示范基地名单的通知' },
      { name: '关于公布第二批示范基地名单的通知' },
      false,
    ],
  ])('%s', (_what, one, other, isDouble) => {
    expect(plainLikeness.policy(policyWith(one), policyWith(other)).isDouble).toBe(isDouble);
  });

  test('and says in what they agree', () => {
    const { signs } = plainLikeness.policy(
      policyWith({ documentNumber: number }),
      policyWith({ documentNumber: number }),
    );
    expect(signs).toEqual(['name', 'number', 'date', 'issuer']);
  });

  test('and are found by their number, their date and their very name', () => {
    expect(policyWith({ documentNumber: '粤府[2018] 79号' }).marks).toEqual(
      policyWith({ documentNumber: number }).marks,
    );
    expect(policyWith({ documentNumber: '1号' }).marks).toHaveLength(2);
  });
});

function showcaseWith(changed: Partial<Showcase>): Showcase {
  return settlePlain('showcase', {
    ...newRecord,
    ...showcaseDraft,
    id: 's1',
    editionId: '2018',
    unitId: 'unit-1',
    unitName: '广州示范基地',
    unitCity: '广州',
    createdAt: 0,
    updatedAt: 0,
    state: 'accepted',
    revision: 1,
    followUps: [],
    name: '人脸识别平台助力智慧安防',
    holder: '云从科技',
    ...changed,
  });
}

test.each<[string, Partial<Showcase>, boolean]>([
  [
    'of the same holder and a near-same name',
    { name: '“人脸识别平台”助力智慧安防案例', holder: '广州云从科技有限公司' },
    true,
  ],
  ['of the same holder about something else', { name: '银行远程开户的生物识别方案' }, false],
  [
    'of another holder with a near-same name',
    { name: '人脸识别平台助力智慧安防案例', holder: '商汤科技' },
    false,
  ],
  ['of the very same name in one city', { holder: '商汤科技' }, true],
  ['of the very same name in another city', { holder: '商汤科技', city: '深圳' }, false],
])('a showcase %s may be the same (%j): %s', (_what, other, isDouble) => {
  expect(plainLikeness.showcase(showcaseWith({}), showcaseWith(other)).isDouble).toBe(isDouble);
});
