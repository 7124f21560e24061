import { loadComponent, renderComponent } from '../simulate-component';

let activityCard: string;

beforeAll(() => {
  activityCard = loadComponent('components/activity-card/index');
});

const card = {
  id: 'activity-1',
  type: '论坛',
  name: '创业创新论坛',
  when: '10月10日 09:30',
  where: '广州市天河区',
  hosts: '',
};

test('a card says what, when and where, with the type in a tag', () => {
  const { text } = renderComponent(activityCard, { card });

  for (const words of [card.type, card.name, card.when, card.where]) expect(text).toContain(words);
});

test('a tap on the card opens its activity', async () => {
  const component = renderComponent(activityCard, { card });
  const opened = component.listen('open');

  await component.tap('.card');

  expect(opened).toEqual([{ id: 'activity-1' }]);
});
