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
