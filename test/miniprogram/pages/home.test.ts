import type { PageState } from '../../../miniprogram/services/define-page';
import type { PresentedHome } from '../../../miniprogram/pages/home/present-home';
import { activityWith, edition2018, octoberDay } from '../../shared/example-records';
import { fakePhone, refusedWith, replied, unreachable, type FakePhone } from '../fake-phone';
import { loadPage, type OpenedPage } from '../open-page';

interface Data extends PageState {
  home: PresentedHome | null;
  isStale: boolean;
}

const reply = {
  edition: edition2018,
  day: octoberDay('10'),
  isToday: true,
  days: [{ day: octoberDay('10'), count: 1 }],
  total: 1,
  today: [activityWith()],
  roles: ['organiser'],
};

let open: () => OpenedPage<Data>;
let phone: FakePhone;

beforeAll(async () => {
  open = await loadPage(() => import('../../../miniprogram/pages/home/index'));
});
beforeEach(() => {
  phone = fakePhone();
});

test('the first screen takes one call', async () => {
  phone.answer = () => replied(reply);
  const page = open();
  await page.call('onLoad', {});

  expect(phone.calls.map(({ data }) => data.action)).toEqual(['openHome']);
  expect(page.data).toMatchObject({
    status: 'ready',
    isStale: false,
    home: { totalLabel: '查看全周 1 场活动' },
  });
});

describe('without network', () => {
  beforeEach(() => {
    jest.spyOn(console, 'info').mockImplementation();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('it shows what was last seen, and says so', async () => {
    phone.answer = () => replied(reply);
    await open().call('onLoad', {});
    phone.answer = unreachable;
    const page = open();
    await page.call('onLoad', {});

    expect(page.data).toMatchObject({
      status: 'ready',
      isStale: true,
      home: { totalLabel: '查看全周 1 场活动' },
    });
  });

  test('a phone that has seen nothing yet is told why', async () => {
    phone.answer = unreachable;
    const page = open();
    await page.call('onLoad', {});

    expect(page.data).toMatchObject({ status: 'failed', failure: { code: 'UNAVAILABLE' } });
  });
});

test('a refusal is told, not covered by what was last seen', async () => {
  phone.answer = () => replied(reply);
  await open().call('onLoad', {});
  phone.answer = () => refusedWith('NOT_FOUND', { what: 'edition' });
  const page = open();
  await page.call('onLoad', {});

  expect(page.data).toMatchObject({ status: 'failed', failure: { code: 'NOT_FOUND' } });
});

test('a desk opens by a tap', async () => {
  phone.answer = () => replied(reply);
  const page = open();
  await page.call('onLoad', {});
  await page.touch('onDesk', { page: 'workbench' });

  expect(phone.asked.at(-1)).toEqual({
    what: 'navigateTo',
    options: { url: '/organiser/pages/workbench/index' },
  });
});
