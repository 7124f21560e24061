import { addressOf } from '#shared/ground/pages';

test('a page is addressed from the root', () => {
  expect(addressOf('workbench')).toBe('organiser/pages/workbench/index');
});

test('what stands in a query is written so that it comes back as it was', () => {
  const address = addressOf('activity', { id: 'a&b=c', from: '消息' });
  const [page, query = ''] = address.split('?');
  expect([page, Object.fromEntries(new URLSearchParams(query))]).toEqual([
    'pages/activity/index',
    { id: 'a&b=c', from: '消息' },
  ]);
});
