import { loadComponent, renderComponent } from '../simulate-component';

let choiceChips: string;

beforeAll(() => {
  choiceChips = loadComponent('components/choice-chips/index');
});

const choices = [
  { value: 'offline', label: '线下' },
  { value: 'online', label: '线上' },
];

test('it is read as a group of choices of which one is made', () => {
  const { spoken } = renderComponent(choiceChips, { label: '参加方式', choices, value: 'online' });

  expect(spoken).toMatchObject([
    { role: 'radiogroup', label: '参加方式' },
    { role: 'radio', label: '线下', isChosen: false, text: '线下' },
    { role: 'radio', label: '线上', isChosen: true, text: '线上' },
  ]);
});

test('at first no choice is made', () => {
  const { spoken } = renderComponent(choiceChips, { label: '参加方式', choices, value: '' });

  expect(spoken.filter(({ isChosen }) => isChosen === true)).toEqual([]);
});

test('a tap makes the choice', async () => {
  const component = renderComponent(choiceChips, { choices, value: 'online' });
  const chosen = component.listen('choose');

  await component.tap('.chip');

  expect(chosen).toEqual([{ value: 'offline' }]);
});

test('a tap on the choice that is made says nothing', async () => {
  const component = renderComponent(choiceChips, { choices, value: 'offline' });
  const chosen = component.listen('choose');

  await component.tap('.chip');

  expect(chosen).toEqual([]);
});
