import type { Activity } from '#shared/record/activity';
import type { BulletinHint } from '../../../../miniprogram/organiser/pages/log-activity/bulletin-hint';
import {
  logForm,
  type FormErrors,
  type LogForm,
} from '../../../../miniprogram/organiser/pages/log-activity/log-form';
import type { Failure, PageState } from '../../../../miniprogram/services/define-page';
import { activityWith, edition2018, october, octoberDay } from '../../../shared/example-records';
import { fakePhone, refusedWith, replied, unreachable, type FakePhone } from '../../fake-phone';
import { loadPage, type OpenedPage } from '../../open-page';

interface Data extends PageState {
  form: LogForm;
  errors: FormErrors;
  hint: BulletinHint;
  bulletinDays: { value: string }[];
  aboutLength: { text: string; isOver: boolean };
  types: { value: string }[];
  isSending: boolean;
  isRestored: boolean;
  refusal: Failure | null;
  isTooLate: boolean;
  done: { title: string; text: string } | null;
}

const unit = { id: 'unit-1', name: '广州示范基地', city: '广州' };
const now = october('10 15:40');

let open: () => OpenedPage<Data>;
let phone: FakePhone;
let answerToSaving: () => unknown;

beforeAll(async () => {
  open = await loadPage(() => import('../../../../miniprogram/organiser/pages/log-activity/index'));
});
beforeEach(() => {
  jest.useFakeTimers({ now });
  phone = fakePhone();
  phone.answer = ({ data }) =>
    data.action === 'openLogForm'
      ? replied({ unit, edition: edition2018, activity: null, leaves: [] }, now)
      : answerToSaving();
  answerToSaving = () => replied({ activity: activityWith() }, Date.now());
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

async function openForm(query = {}): Promise<OpenedPage<Data>> {
  const page = open();
  await page.call('onLoad', query);
  return page;
}

const type = (page: OpenedPage<Data>, field: keyof LogForm, value: string | boolean) =>
  page.touch('onInput', { field }, { value });

async function fillIn(
  page: OpenedPage<Data>,
  form: Partial<LogForm> = logForm.of(activityWith()),
): Promise<void> {
  for (const [field, value] of Object.entries(form)) await type(page, field as keyof LogForm, value);
}

function savings() {
  return phone.calls
    .filter(({ data }) => data.action === 'saveActivity')
    .map(({ data }) => ({
      requestId: data.requestId,
      ...(data.input as { activity: Activity; bulletin: string; bulletinDay: string | null }),
    }));
}

test('typing sends to the screen only what was typed, in one step', async () => {
  const page = await openForm();
  page.sent.length = 0;
  await type(page, 'name', '创业');

  expect(page.sent).toEqual([{ 'form.name': '创业' }]);
});

test('typing the content moves its counter, counted as the rule counts', async () => {
  const page = await openForm();
  page.sent.length = 0;
  await type(page, 'about', '交流😀');

  expect(page.sent).toEqual([{ 'form.about': '交流😀', aboutLength: { text: '3 / 500', isOver: false } }]);
});

test('another table offers its types in the same step', async () => {
  const page = await openForm();
  await type(page, 'type', '政策解读');
  page.sent.length = 0;
  await type(page, 'table', 'exhibition');

  expect(page.sent).toHaveLength(1);
  expect(page.data.form).toMatchObject({ table: 'exhibition', type: '' });
  expect(page.data.types.map(({ value }) => value)).toContain('沙龙');
});

test('mistakes are marked at their fields, the first is brought into view, and nothing is sent', async () => {
  const page = await openForm();
  await type(page, 'count', '8.5');
  await page.call('onSubmit');

  expect(Object.keys(page.data.errors).sort()).toEqual(['about', 'count', 'method', 'name', 'type', 'venue']);
  expect(page.data.form.count).toBe('8.5');
  expect(savings()).toEqual([]);
  expect(phone.asked).toContainEqual({
    what: 'pageScrollTo',
    options: expect.objectContaining({ selector: '#field-type' }) as unknown,
  });
});

test('a mark goes away as soon as its field is changed', async () => {
  const page = await openForm();
  await page.call('onSubmit');
  await type(page, 'name', '创');

  expect(page.data.errors.name).toBe('');
  expect(page.data.errors.about).toBe('至少写 10 个字');
});

test('what the cloud found wrong is marked at its field', async () => {
  answerToSaving = () =>
    refusedWith('INVALID_INPUT', {
      fields: [{ field: 'activity.headcount.count', problem: 'too-large', limit: 1000 }],
    });
  const page = await openForm();
  await fillIn(page);
  await page.call('onSubmit');

  expect(page.data).toMatchObject({ errors: { count: '不能大于 1000' }, refusal: null, isSending: false });
});

test('what the cloud found wrong at no field of the form is told at the top', async () => {
  answerToSaving = () =>
    refusedWith('INVALID_INPUT', { fields: [{ field: 'change.id', problem: 'wrong', limit: null }] });
  const page = await openForm();
  await fillIn(page);
  await page.call('onSubmit');

  expect(page.data).toMatchObject({ errors: {}, refusal: { code: 'INVALID_INPUT' }, isSending: false });
});

test('without network the form stays, and trying again is the same request', async () => {
  jest.spyOn(console, 'info').mockImplementation();
  answerToSaving = unreachable;
  const page = await openForm();
  await fillIn(page);
  await page.call('onSubmit');
  expect(page.data).toMatchObject({
    refusal: { code: 'UNAVAILABLE' },
    form: { name: '小微企业融资政策解读会' },
  });

  answerToSaving = () => replied({ activity: activityWith() }, now);
  await page.call('onSubmit');
  expect(page.data).toMatchObject({ done: { title: '已经记下' }, refusal: null });
  expect(new Set(savings().map(({ requestId }) => requestId)).size).toBe(1);
});

test('a mistake of ours while sending leaves a form that can be sent again', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation();
  answerToSaving = () => replied({ activity: { id: 'a1' } }, now);
  const page = await openForm();
  await fillIn(page);
  await page.call('onSubmit');

  expect(page.data).toMatchObject({ isSending: false, refusal: { code: 'UNAVAILABLE' } });
  expect(logged).toHaveBeenCalledTimes(1);
});

describe('the cut-off', () => {
  test('is counted down while the form is open, until it is too late', async () => {
    const page = await openForm();
    await type(page, 'important', true);
    expect(page.data.hint.text).toContain('还剩 20 分 0 秒');

    jest.advanceTimersByTime(19 * 60_000 + 59_000);
    expect(page.data.hint).toMatchObject({ text: expect.stringContaining('还剩 1 秒') as unknown });
    jest.advanceTimersByTime(1000);
    expect(page.data.hint.isTooLate).toBe(true);
  });

  test('when it has passed, the form can be kept for the week, as the same request', async () => {
    answerToSaving = () =>
      refusedWith('CUTOFF_PASSED', {
        day: octoberDay('10'),
        closedAt: october('10 16:00'),
        serverNow: october('10 16:00'),
      });
    const page = await openForm();
    await fillIn(page);
    await type(page, 'important', true);
    await page.call('onSubmit');
    expect(page.data).toMatchObject({ isTooLate: true, refusal: { title: '10月10日简报已截止' } });

    answerToSaving = () =>
      replied({ activity: activityWith({ bulletin: { result: 'missed', day: octoberDay('10') } }) });
    await page.call('onKeepForSummary');
    expect(page.data).toMatchObject({
      isTooLate: false,
      done: { text: '未入10月10日简报；已报送，等待审核。' },
    });
    expect(savings().map(({ bulletin }) => bulletin)).toEqual(['report', 'keep-for-summary']);
  });
});

describe('an important activity of several days', () => {
  async function openWithThreeDays() {
    const page = await openForm();
    await fillIn(page);
    await type(page, 'lastDay', octoberDay('12'));
    await type(page, 'important', true);
    return page;
  }

  test('has the day chosen that takes reports now, and names it to the cloud', async () => {
    const page = await openWithThreeDays();
    expect(page.data.bulletinDays.map(({ value }) => value)).toEqual([
      '2018-10-10',
      '2018-10-11',
      '2018-10-12',
    ]);
    expect(page.data.form.bulletinDay).toBe('2018-10-10');

    await page.call('onSubmit');
    expect(savings()).toMatchObject([{ bulletin: 'report', bulletinDay: '2018-10-10' }]);
  });

  test('still names the day it showed when the cut-off passes meanwhile', async () => {
    const page = await openWithThreeDays();
    jest.advanceTimersByTime(20 * 60_000);
    await page.call('onSubmit');

    expect(page.data.hint.isTooLate).toBe(true);
    expect(savings()).toMatchObject([{ bulletinDay: '2018-10-10' }]);
  });

  test('names the day that was chosen', async () => {
    const page = await openWithThreeDays();
    await type(page, 'bulletinDay', octoberDay('12'));
    await page.call('onSubmit');

    expect(savings()).toMatchObject([{ bulletinDay: '2018-10-12' }]);
  });

  test('names none once it is of one day again', async () => {
    const page = await openWithThreeDays();
    await type(page, 'lastDay', octoberDay('10'));
    await page.call('onSubmit');

    expect(savings()).toMatchObject([{ bulletin: 'report', bulletinDay: null }]);
  });
});

describe('two log forms on the stack', () => {
  function answerWithRecords() {
    phone.answer = ({ data }) => {
      const { id } = data.input as { id: string | null };
      const activity = id === null ? null : activityWith({ id, contact: `${id} 的服务台` });
      return data.action === 'openLogForm'
        ? replied({ unit, edition: edition2018, activity, leaves: [] }, now)
        : answerToSaving();
    };
  }

  test('hand in each its own record’s fields that the form does not show', async () => {
    answerWithRecords();
    const one = await openForm({ id: 'one' });
    const other = await openForm({ id: 'other' });
    await openForm();
    for (const page of [one, other]) await page.call('onSubmit');

    expect(savings().map(({ activity }) => activity.contact)).toEqual(['one 的服务台', 'other 的服务台']);
  });

  test('count down each by itself', async () => {
    const one = await openForm();
    await type(one, 'important', true);
    await (await openForm()).call('onUnload');
    jest.advanceTimersByTime(60_000);

    expect(one.data.hint.text).toContain('还剩 19 分 0 秒');
  });
});

describe('what was typed and not sent', () => {
  test('is there again when the form is opened again, and can be thrown away', async () => {
    await type(await openForm(), 'name', '写到一半的活动');
    const page = await openForm();
    expect(page.data).toMatchObject({ isRestored: true, form: { name: '写到一半的活动' } });

    await page.call('onSubmit');
    await page.call('onDiscard');
    expect(page.data).toMatchObject({ isRestored: false, form: { name: '' }, errors: {}, refusal: null });
    expect(Object.keys(page.data.errors)).toEqual([]);
  });

  test('still changes the revision it was made from, so that another person’s change is not written over', async () => {
    let revision = 3;
    phone.answer = ({ data }) =>
      data.action === 'openLogForm'
        ? replied(
            {
              unit,
              edition: edition2018,
              activity: activityWith({ id: 'shared-one', revision }),
              leaves: [],
            },
            now,
          )
        : answerToSaving();
    await type(await openForm({ id: 'shared-one' }), 'venue', '改到一楼大厅');
    revision = 4;
    const page = await openForm({ id: 'shared-one' });
    await page.call('onSubmit');

    expect(savings()).toMatchObject([{ change: { id: 'shared-one', revision: 3 } }]);
  });

  test('is gone once it was sent', async () => {
    const page = await openForm();
    await fillIn(page);
    await page.call('onSubmit');

    expect(phone.storage.size).toBe(0);
    expect((await openForm()).data.isRestored).toBe(false);
  });
});

test('after one activity another can be logged, as a new request', async () => {
  const page = await openForm();
  await fillIn(page);
  await page.call('onSubmit');
  await page.call('onAnother');
  expect(page.data).toMatchObject({ done: null, form: { name: '' } });

  await fillIn(page);
  await page.call('onSubmit');
  expect(new Set(savings().map(({ requestId }) => requestId)).size).toBe(2);
});
