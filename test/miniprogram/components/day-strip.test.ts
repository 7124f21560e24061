import type { PresentedDay } from '../../../miniprogram/copy/present-days';
import { loadComponent, renderComponent } from '../simulate-component';

let dayStrip: string;

beforeAll(() => {
  dayStrip = loadComponent('components/day-strip/index');
});

const days: PresentedDay[] = [
  { day: null, weekday: '全周', label: '全部', count: '13 场' },
  { day: '2018-10-09', weekday: '周二', label: '9日', count: '3 场' },
  { day: '2018-10-10', weekday: '周三', label: '10日', count: '10 场' },
];

test('it shows each day with its weekday and how much is on', () => {
  const { text } = renderComponent(dayStrip, { days, chosen: '2018-10-10' });

  expect(text).toBe('全周全部13 场周二9日3 场周三10日10 场');
});

test('it is read as tabs, with the chosen day selected', () => {
  const { spoken } = renderComponent(dayStrip, { days, chosen: '2018-10-10' });

  expect(spoken).toMatchObject([
    { role: 'tablist', label: '按日期查看' },
    { role: 'tab', label: '全部 全周，13 场', isChosen: false },
    { role: 'tab', label: '9日 周二，3 场', isChosen: false },
    { role: 'tab', label: '10日 周三，10 场', isChosen: true },
  ]);
});

test('the whole week is selected when no day is', () => {
  const { spoken } = renderComponent(dayStrip, { days, chosen: 'week' });

  expect(spoken.filter(({ isChosen }) => isChosen === true)).toMatchObject([{ label: '全部 全周，13 场' }]);
});

test('a tap on a day chooses it', async () => {
  const component = renderComponent(dayStrip, { days: days.slice(1), chosen: '' });
  const chosen = component.listen('choose');

  await component.tap('.strip__day');

  expect(chosen).toEqual([{ day: '2018-10-09' }]);
});

test('a tap on the whole week chooses no day', async () => {
  const component = renderComponent(dayStrip, { days, chosen: '2018-10-10' });
  const chosen = component.listen('choose');

  await component.tap('.strip__day');

  expect(chosen).toEqual([{ day: null }]);
});
