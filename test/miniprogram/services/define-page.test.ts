import { refuse } from '#shared/refusal/errors';
import {
  definePage,
  type Failure,
  type PageState,
  type Query,
} from '../../../miniprogram/services/define-page';
import { fakePhone, type FakePhone } from '../fake-phone';
import { loadPage, type OpenedPage } from '../open-page';

interface Data extends PageState {
  content: string;
}

let phone: FakePhone;
let open: () => OpenedPage<Data>;
let load: jest.Mock<Promise<string>, [Query]>;

beforeAll(async () => {
  open = await loadPage(() => {
    definePage({
      data: { content: '' },
      async load(query) {
        this.setData({ content: await load(query) });
      },
      methods: {
        async onTap() {
          await this.refresh();
        },
      },
    });
    return Promise.resolve();
  });
});

beforeEach(() => {
  phone = fakePhone();
  load = jest.fn((_query: Query) => Promise.resolve('内容'));
});

const unavailable: Partial<Failure> = { code: 'UNAVAILABLE', title: '暂时没有办成' };

test('a page loads and then is ready', async () => {
  const page = open();
  const opening = page.call('onLoad', { id: 'a1' });
  expect(page.data.status).toBe('loading');

  await opening;
  expect(page.data).toMatchObject({ status: 'ready', failure: null, content: '内容' });
  expect(load).toHaveBeenCalledWith({ id: 'a1' });
});

test('a page that could not load says why, tries again with the same address, and is ready', async () => {
  load.mockRejectedValueOnce(refuse('NOT_FOUND', { what: 'activity' }));
  const page = open();
  await page.call('onLoad', { id: 'a1' });
  expect(page.data).toMatchObject({ status: 'failed', failure: { code: 'NOT_FOUND', title: '没有找到' } });

  const retry = page.call('reload');
  expect(page.data).toMatchObject({ status: 'loading', failure: null });
  await retry;
  expect(page.data).toMatchObject({ status: 'ready', failure: null, content: '内容' });
  expect(load).toHaveBeenLastCalledWith({ id: 'a1' });
});

test('a mistake of ours is on the console, and the page does not load for ever', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation();
  const mistake = new TypeError('Cannot read properties of undefined');
  load.mockRejectedValueOnce(mistake);
  const page = open();

  await page.call('onLoad', {});

  expect(page.data).toMatchObject({ status: 'failed', failure: unavailable });
  expect(logged).toHaveBeenCalledWith(expect.any(String), mistake);
  logged.mockRestore();
});

test('refreshing keeps what is shown until the new content is there', async () => {
  const page = open();
  await page.call('onLoad', {});
  load.mockResolvedValueOnce('新的内容');

  const refreshing = page.call('onTap');
  expect(page.data).toMatchObject({ status: 'ready', content: '内容' });
  await refreshing;
  expect(page.data).toMatchObject({ status: 'ready', content: '新的内容' });
});

test('pulling down loads again and ends; when that fails, what was shown stays and a word says so', async () => {
  const page = open();
  await page.call('onLoad', {});
  const ends = () => phone.asked.filter(({ what }) => what === 'stopPullDownRefresh').length;

  await page.call('onPullDownRefresh');
  expect([load.mock.calls.length, ends()]).toEqual([2, 1]);

  load.mockRejectedValueOnce(refuse('UNAVAILABLE', { requestId: '' }));
  await page.call('onPullDownRefresh');
  expect(page.data).toMatchObject({ status: 'ready', failure: null });
  expect(phone.asked.filter(({ what }) => what === 'showToast')).toHaveLength(1);
  expect(ends()).toBe(2);
});

test.each([
  ['not known', undefined, '1.00'],
  ['small', 12, '1.00'],
  ['usual', 16, '1.00'],
  ['large', 20, '1.25'],
  ['as large as it gets', 28, '1.50'],
])(
  'when the text size set in WeChat is %s, the page follows as far as it is drawn for',
  async (_case, size, scale) => {
    phone.fontSizeSetting = size;
    const page = open();
    await page.call('onLoad', {});

    expect(page.data.pageStyle).toBe(`--text-scale:${scale}`);
  },
);

test('two pages of a kind do not know each other', async () => {
  const [one, other] = [open(), open()];
  load.mockImplementation(({ id = '' }) => Promise.resolve(id));
  await one.call('onLoad', { id: 'a1' });
  await other.call('onLoad', { id: 'a2' });
  await one.call('reload');

  expect([one.data.content, other.data.content]).toEqual(['a1', 'a2']);
});

describe('what a page has for itself', () => {
  interface Noted extends PageState {
    noted: string;
    seconds: number;
  }
  let openNoting: () => OpenedPage<Noted>;

  beforeAll(async () => {
    openNoting = await loadPage(() => {
      definePage({
        data: { noted: '', seconds: 0 },
        own: () => ({ notes: [] as string[] }),
        async load(query) {
          this.own.notes.push(await load(query));
        },
        onSecond() {
          this.setData({ seconds: this.data.seconds + 1 });
        },
        methods: {
          onTell() {
            this.setData({ noted: this.own.notes.join('、') });
          },
        },
      });
      return Promise.resolve();
    });
  });
  beforeEach(() => {
    jest.useFakeTimers();
    load.mockImplementation(({ id = '' }) => Promise.resolve(id));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function openWith(id: string): Promise<OpenedPage<Noted>> {
    const page = openNoting();
    await page.call('onLoad', { id });
    await page.call('onShow');
    page.data.seconds = 0;
    return page;
  }

  test('is not shared by two pages of a kind on the stack', async () => {
    const [one, other] = [await openWith('a1'), await openWith('a2')];
    await one.call('reload');
    for (const page of [one, other]) await page.call('onTell');

    expect([one.data.noted, other.data.noted]).toEqual(['a1、a1', 'a2']);
  });

  test('begins anew when a page of the kind is opened again', async () => {
    await (await openWith('a1')).call('onUnload');
    const page = await openWith('a2');
    await page.call('onTell');

    expect(page.data.noted).toBe('a2');
  });

  test('is a clock that runs while the page is seen, at once when it is shown again', async () => {
    const page = await openWith('a1');
    jest.advanceTimersByTime(3000);
    expect(page.data.seconds).toBe(3);

    await page.call('onHide');
    jest.advanceTimersByTime(60_000);
    expect(page.data.seconds).toBe(3);

    await page.call('onShow');
    expect(page.data.seconds).toBe(4);
    jest.advanceTimersByTime(2000);
    expect(page.data.seconds).toBe(6);
  });

  test('is a clock that does not stop with the clock of another page', async () => {
    const [one, other] = [await openWith('a1'), await openWith('a2')];
    await other.call('onUnload');
    jest.advanceTimersByTime(2000);

    expect([one.data.seconds, other.data.seconds]).toEqual([2, 0]);
  });

  test('is one clock, however often the page is loaded', async () => {
    const page = await openWith('a1');
    await page.call('onPullDownRefresh');
    await page.call('reload');

    expect(jest.getTimerCount()).toBe(1);
  });

  test.each(['onHide', 'onUnload'])('is no clock when it is loaded only after %s', async (leaving) => {
    const page = openNoting();
    const opening = page.call('onLoad', { id: 'a1' });
    await page.call(leaving);
    await opening;

    expect([page.data.seconds, jest.getTimerCount()]).toEqual([0, 0]);
  });

  test('is no clock while the page says that it failed', async () => {
    const page = await openWith('a1');
    load.mockRejectedValueOnce(refuse('NOT_FOUND', { what: 'activity' }));
    await page.call('reload');
    await page.call('onShow');

    expect(jest.getTimerCount()).toBe(0);
  });
});
