import type { PageState } from '../../../miniprogram/services/define-page';
import type { PresentedCard } from '../../../miniprogram/copy/present-activity';
import { chooseDay } from '../../../miniprogram/services/chosen-day';
import { activityWith, octoberDay } from '../../shared/example-records';
import { fakePhone, replied, type CloudCall, type FakePhone } from '../fake-phone';
import { loadPage, type OpenedPage } from '../open-page';

interface Data extends PageState {
  day: string | null;
  chosen: string;
  cards: PresentedCard[];
  next: string | null;
  isLoadingMore: boolean;
  isSwitching: boolean;
}
interface Input {
  day: string | null;
  after: string | null;
}

let open: () => OpenedPage<Data>;
let phone: FakePhone;

beforeAll(async () => {
  open = await loadPage(() => import('../../../miniprogram/pages/activities/index'));
});
beforeEach(() => {
  phone = fakePhone();
  phone.answer = (call) => listOf(call);
});

/** A list of one card, named for what was asked. */
function listOf({ data }: CloudCall) {
  const { day, after } = data.input as Input;
  const activities = [activityWith({ id: `${day ?? 'week'}-${after ?? 'first'}` })];
  return replied({ days: [], total: 2, activities, next: after === null ? `after-${day ?? 'week'}` : null });
}

/** Keeps answers back until the test lets each go. */
function holdAnswers(): (() => void)[] {
  const held: (() => void)[] = [];
  phone.answer = (call) =>
    new Promise((resolve) => {
      held.push(() => {
        resolve(listOf(call));
      });
    });
  return held;
}

const idsOn = (page: OpenedPage<Data>) => page.data.cards.map(({ id }) => id);

test('it shows the whole week first, and more of it when its end is reached', async () => {
  const page = open();
  await page.call('onLoad', {});
  expect(page.data).toMatchObject({ status: 'ready', chosen: 'week', next: 'after-week' });

  await page.call('showMore');
  expect(idsOn(page)).toEqual(['week-first', 'week-after-week']);
  expect(page.data).toMatchObject({ next: null, isLoadingMore: false });

  await page.call('showMore');
  expect(phone.calls).toHaveLength(2);
});

test('a day that was chosen on the home page is shown', async () => {
  chooseDay(octoberDay('10'));
  const page = open();
  await page.call('onLoad', {});

  expect(page.data).toMatchObject({ day: '2018-10-10', chosen: '2018-10-10' });
  expect(idsOn(page)).toEqual(['2018-10-10-first']);
});

test('the whole week that was chosen on the home page is shown again after a day', async () => {
  const page = open();
  await page.call('onLoad', {});
  await page.touch('onDay', {}, { day: octoberDay('10') });
  chooseDay(null);
  await page.call('onShow');
  await page.call('refresh');

  expect(page.data).toMatchObject({ day: null, chosen: 'week', isSwitching: false });
});

test('coming back without a choice asks nothing', async () => {
  const page = open();
  await page.call('onLoad', {});
  await page.call('onShow');

  expect(phone.calls).toHaveLength(1);
});

test('of two days tapped in a row the last one is shown, whichever is answered first', async () => {
  const page = open();
  await page.call('onLoad', {});
  const held = holdAnswers();
  const tapped = [octoberDay('10'), octoberDay('11')].map((day) => page.touch('onDay', {}, { day }));
  for (const letGo of held.reverse()) letGo();
  await Promise.all(tapped);

  expect(page.data).toMatchObject({ day: '2018-10-11', chosen: '2018-10-11', isSwitching: false });
  expect(idsOn(page)).toEqual(['2018-10-11-first']);
});

test('more of a list that is no longer shown is not added to another', async () => {
  const page = open();
  await page.call('onLoad', {});
  const held = holdAnswers();
  const more = page.call('showMore');
  phone.answer = (call) => listOf(call);
  await page.touch('onDay', {}, { day: octoberDay('10') });
  for (const letGo of held) letGo();
  await more;

  expect(idsOn(page)).toEqual(['2018-10-10-first']);
  expect(page.data).toMatchObject({ next: 'after-2018-10-10', isLoadingMore: false });
});
