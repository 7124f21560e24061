import { loadAround, loadComponent, renderComponent } from '../simulate-component';

let stateView: string;

beforeAll(() => {
  stateView = loadComponent('components/state-view/index');
});

const failure = { title: '暂时没有办成', advice: '请检查网络后再试一次。', code: 'UNAVAILABLE' };

function pageThatIs(status: string) {
  return loadAround(
    stateView,
    '<tested status="{{status}}" failure="{{failure}}"><text>页面的内容</text></tested>',
    { status, failure: status === 'failed' ? failure : null },
  );
}

test('while a page loads it says so, aloud too, and shows nothing else', () => {
  const component = renderComponent(pageThatIs('loading'), {});

  expect(component.text).toContain('正在载入');
  expect(component.text).not.toContain('页面的内容');
  expect(renderComponent(stateView, { status: 'loading' }).spoken[0]).toMatchObject({
    role: 'status',
    label: '正在载入',
  });
});

test('a page that failed says what happened, what can be done, and the code to name', () => {
  const component = renderComponent(pageThatIs('failed'), {});

  for (const words of ['暂时没有办成', '请检查网络后再试一次。', '代码 UNAVAILABLE', '再试一次']) {
    expect(component.text).toContain(words);
  }
  expect(component.text).not.toContain('页面的内容');
  expect(renderComponent(stateView, { status: 'failed', failure }).spoken[0]).toMatchObject({
    role: 'alert',
  });
});

test('a tap on 再试一次 asks the page to try again', async () => {
  const component = renderComponent(stateView, { status: 'failed', failure });
  const retries = component.listen('retry');

  await component.tap('.state >>> .t-button');

  expect(retries).toHaveLength(1);
});

test('a page that is ready shows its content and nothing else', () => {
  expect(renderComponent(pageThatIs('ready'), {}).text).toBe('页面的内容');
});
