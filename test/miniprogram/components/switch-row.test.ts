import { loadComponent, renderComponent } from '../simulate-component';

let switchRow: string;

beforeAll(() => {
  switchRow = loadComponent('components/switch-row/index');
});

test.each([true, false])('it is read as a switch that is on: %s', (value) => {
  const { spoken } = renderComponent(switchRow, { label: '面向社会开放', value });

  expect(spoken).toMatchObject([{ role: 'switch', label: '面向社会开放', isChosen: value }]);
});

test('its hint stands below the label', () => {
  expect(renderComponent(switchRow, { label: '开放', hint: '关闭后不公开' }).text).toBe('开放关闭后不公开');
  expect(renderComponent(switchRow, { label: '开放', hint: '' }).text).toBe('开放');
});

test.each([true, false])('a tap anywhere on the row turns %s into its opposite', async (value) => {
  const component = renderComponent(switchRow, { label: '开放', value });
  const changes = component.listen('change');

  await component.tap('.switch');

  expect(changes).toEqual([{ value: !value }]);
});

test('it stays as it is until its page gives it the new value', async () => {
  const component = renderComponent(switchRow, { label: '开放', value: false });
  await component.tap('.switch');
  expect(component.spoken).toMatchObject([{ isChosen: false }]);

  component.change({ value: true });
  expect(component.spoken).toMatchObject([{ isChosen: true }]);
});
