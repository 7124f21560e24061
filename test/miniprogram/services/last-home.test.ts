import { keepHome, lastHome } from '../../../miniprogram/services/last-home';
import { activityWith, edition2018, octoberDay } from '../../shared/example-records';
import { openHome } from '#shared/contract/public/open-home';
import { fakePhone, type FakePhone } from '../fake-phone';

const home = openHome.reply.parse({
  edition: edition2018,
  day: octoberDay('10'),
  isToday: true,
  days: [{ day: octoberDay('10'), count: 1 }],
  total: 1,
  today: [activityWith()],
  roles: ['organiser'],
});

let phone: FakePhone;

beforeEach(() => {
  phone = fakePhone();
});

test('the home page that was kept is brought back', () => {
  keepHome(home);

  expect(lastHome()).toEqual(home);
});

test('on a new phone there is none', () => {
  expect(lastHome()).toBeNull();
});

test.each([
  ['a text', '{"edition":'],
  ['a number', 7],
  ['another thing', { days: [] }],
  ['an older version of it', { ...home, edition: { id: '2018' } }],
  ['a day that does not exist', { ...home, day: '2018-02-30' }],
])('what was kept is ignored when it is %s', (_case, kept) => {
  keepHome(home);
  for (const key of phone.storage.keys()) phone.storage.set(key, kept);

  expect(lastHome()).toBeNull();
});

test('a full phone is no reason to fail: it is logged', () => {
  const logged = jest.spyOn(console, 'error').mockImplementation();
  const full = new Error('setStorageSync:fail exceed storage max size');
  jest.spyOn(phone.storage, 'set').mockImplementation(() => {
    throw full;
  });

  keepHome(home);

  expect(logged).toHaveBeenCalledWith(expect.any(String), full);
  logged.mockRestore();
});
