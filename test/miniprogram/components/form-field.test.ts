import { loadAround, loadComponent, renderComponent } from '../simulate-component';

let formField: string;

beforeAll(() => {
  formField = loadComponent('components/form-field/index');
});

test('a field that need not be filled in says so', () => {
  expect(renderComponent(formField, { label: '区县', isRequired: false }).text).toBe('区县选填');
  expect(renderComponent(formField, { label: '地点', isRequired: true }).text).toBe('地点');
});

test('its hint is shown until something is wrong', () => {
  const component = renderComponent(formField, { label: '人数', isRequired: true, hint: '办完再补' });
  expect(component.text).toBe('人数办完再补');

  component.change({ error: '请填整数' });
  expect(component.text).toBe('人数请填整数');
});

test('what is wrong is read out', () => {
  const { spoken } = renderComponent(formField, { label: '人数', error: '请填整数' });

  expect(spoken).toEqual([{ role: 'alert', text: '请填整数' }]);
  expect(renderComponent(formField, { label: '人数', hint: '办完再补' }).spoken).toEqual([]);
});

test('the control itself stands between the label and what is said of it', () => {
  const around = loadAround(
    formField,
    '<tested label="人数" is-required error="{{error}}"><text>控件</text></tested>',
    { error: '请填整数' },
  );

  expect(renderComponent(around, {}).text).toBe('人数控件请填整数');
});
