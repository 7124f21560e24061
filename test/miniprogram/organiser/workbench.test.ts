import type { PageState } from '../../../miniprogram/services/define-page';
import { edition2018, october, octoberDay } from '../../shared/example-records';
import { fakePhone, replied, unreachable, type FakePhone } from '../fake-phone';
import { loadPage, type OpenedPage } from '../open-page';

interface Data extends PageState {
  collectingText: string;
}

/** Ten seconds before a cut-off. */
const now = october('10 15:59:50');
const windowOf = (day: '10' | '11') => ({
  day: octoberDay(day),
  closesAt: october(`${day} 16:00`),
});

let open: () => OpenedPage<Data>;
let phone: FakePhone;

beforeAll(async () => {
  open = await loadPage(() => import('../../../miniprogram/organiser/pages/workbench/index'));
});
beforeEach(() => {
  jest.useFakeTimers({ now });
  phone = fakePhone();
  phone.answer = () =>
    replied(
      {
        unit: { id: 'unit-1', name: '某基地' },
        edition: edition2018,
        collecting: windowOf(Date.now() < windowOf('10').closesAt ? '10' : '11'),
        activities: [],
        next: null,
        isOwnWaiting: false,
      },
      Date.now(),
    );
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('the countdown runs, and at the cut-off goes over to the next day’s bulletin by itself', async () => {
  const page = open();
  await page.call('onLoad', {});
  await jest.advanceTimersByTimeAsync(3000);
  expect(page.data.collectingText).toBe('10月10日简报 16:00 前收（16:00 整起不再收），还剩 7 秒');

  await jest.advanceTimersByTimeAsync(7000);
  expect(page.data.collectingText).toBe('10月11日简报 16:00 前收（16:00 整起不再收），还剩 24 小时 0 分');
  expect(phone.calls).toHaveLength(2);
  await page.call('onUnload');
});

test('what its author handed in while the check was down is asked about once he is here', async () => {
  const workbench = { unit: { id: 'unit-1', name: '某基地' }, edition: edition2018, collecting: null };
  phone.answer = (asked) =>
    replied(
      JSON.stringify(asked).includes('openWorkbench')
        ? { ...workbench, activities: [], next: null, isOwnWaiting: true }
        : { asked: 1 },
      Date.now(),
    );
  const page = open();
  await page.call('onLoad', {});
  await jest.advanceTimersByTimeAsync(1);
  expect(phone.calls).toHaveLength(2);
  expect(JSON.stringify(phone.calls[1])).toContain('checkOwnWaiting');
  await page.call('onUnload');
});

test('without network the countdown goes on when one comes back to the page', async () => {
  jest.spyOn(console, 'info').mockImplementation();
  const page = open();
  await page.call('onLoad', {});
  await page.call('onHide');
  await jest.advanceTimersByTimeAsync(4000);
  phone.answer = unreachable;
  await page.call('onShow');
  await jest.advanceTimersByTimeAsync(1000);

  expect(page.data.collectingText).toBe('10月10日简报 16:00 前收（16:00 整起不再收），还剩 5 秒');
  await page.call('onUnload');
});
