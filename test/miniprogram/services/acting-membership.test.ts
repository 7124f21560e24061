import { AppError } from '#shared/refusal/errors';
import { openHome } from '#shared/contract/public/open-home';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import { callCloud } from '../../../miniprogram/services/call-cloud';
import { fakePhone, refusedWith, replied, type FakePhone } from '../fake-phone';

const memberships = [
  { id: 'm1', unitName: '演示双创示范基地', role: 'organiser', city: '广州' },
  { id: 'm2', unitName: '广州市工信局', role: 'city', city: '广州' },
];
const withdrawal = { kind: 'activity', id: 'a1', revision: 1 } as const;
const withdrawn = { kind: 'activity', id: 'a1', state: 'withdrawn', revision: 2 };

let phone: FakePhone;

beforeEach(() => {
  phone = fakePhone();
  phone.answer = ({ data }) =>
    data.membershipId === undefined
      ? refusedWith('CHOOSE_MEMBERSHIP', { memberships })
      : data.membershipId.startsWith('m')
        ? replied(withdrawn)
        : refusedWith('FORBIDDEN', { what: 'membership' });
});

function sentAs(): (string | undefined)[] {
  return phone.calls.map(({ data }) => data.membershipId);
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.catch((reason: unknown) => reason);
  if (!(error instanceof AppError)) throw new Error('This was no refusal', { cause: error });
  return error.refusal.code;
}

test('a person of several units is asked once, and what was wanted is done as what was chosen', async () => {
  phone.chooses = 1;
  await callCloud(withdrawRecord, withdrawal);
  await callCloud(withdrawRecord, withdrawal);
  expect(sentAs()).toEqual([undefined, 'm2', 'm2']);
  expect(phone.asked.filter(({ what }) => what === 'showActionSheet')).toEqual([
    {
      what: 'showActionSheet',
      options: { itemList: ['演示双创示范基地 · 填报员', '广州市工信局 · 市级工作人员'] },
    },
  ]);
  expect(phone.calls[0]?.data.requestId).toBe(phone.calls[1]?.data.requestId);
});

test('who does not choose has done nothing', async () => {
  phone.chooses = null;
  expect(await codeOf(callCloud(withdrawRecord, withdrawal))).toBe('CHOOSE_MEMBERSHIP');
  expect(phone.storage.size).toBe(0);
});

test('a choice that does not hold any more is forgotten, and no write goes out as something else', async () => {
  phone.storage.set('acting-membership', 'ended');
  expect(await codeOf(callCloud(withdrawRecord, withdrawal))).toBe('FORBIDDEN');
  expect(phone.storage.size).toBe(0);
  expect(sentAs()).toEqual(['ended']);
});

test('what was to be read is asked for again', async () => {
  phone.storage.set('acting-membership', 'ended');
  expect(await codeOf(callCloud(openWorkbench, { after: null }))).toBe('CHOOSE_MEMBERSHIP');
  expect(sentAs()).toEqual(['ended', undefined]);
});

test('for what the public reads no choice is sent', async () => {
  phone.storage.set('acting-membership', 'm1');
  phone.answer = () => refusedWith('NOT_FOUND', { what: 'edition' });
  await codeOf(callCloud(openHome, {}));
  expect(sentAs()).toEqual([undefined]);
});

test('more than six are laid before the person in turns', async () => {
  const many = Array.from({ length: 8 }, (_each, index) => ({
    id: `m${index}`,
    unitName: `单位${index}`,
    role: 'organiser',
    city: '广州',
  }));
  const { answer } = phone;
  phone.answer = (call) =>
    call.data.membershipId === undefined
      ? refusedWith('CHOOSE_MEMBERSHIP', { memberships: many })
      : answer(call);
  const choices = [5, 1];
  Object.defineProperty(phone, 'chooses', { get: () => choices.shift() ?? null });
  await callCloud(withdrawRecord, withdrawal);
  expect(sentAs()).toEqual([undefined, 'm6']);
});
