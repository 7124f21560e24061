import { fitToEdition } from '#shared/record/fit-to-edition';
import { activityWith, edition2018, octoberDay } from '../example-records';

const longer = { ...edition2018, lastDay: octoberDay('16') };
const shorter = { ...edition2018, lastDay: octoberDay('14') };
const overTheEnd = { firstDay: octoberDay('14'), lastDay: octoberDay('16') };

test('an activity gains the day that the week gains, and loses the one that it loses', () => {
  const before = activityWith(overTheEnd);
  expect(before.days).toEqual([octoberDay('14'), octoberDay('15')]);
  expect(fitToEdition(before, longer)?.days).toEqual([octoberDay('14'), octoberDay('15'), octoberDay('16')]);
  expect(fitToEdition(before, shorter)?.days).toEqual([octoberDay('14')]);
});

test('the day whose bulletin it missed is one of its days', () => {
  const missed = activityWith({ ...overTheEnd, bulletin: { result: 'missed', day: octoberDay('15') } });
  expect(fitToEdition(missed, shorter)?.bulletin).toEqual({ result: 'missed', day: octoberDay('14') });
  expect(fitToEdition(missed, longer)?.bulletin).toEqual(missed.bulletin);
});

test('without any day, its city or its series in the edition it does not fit', () => {
  const lastDay = activityWith({ firstDay: octoberDay('15'), lastDay: octoberDay('15'), series: '中博会' });
  expect(fitToEdition(lastDay, shorter)).toBeNull();
  expect(fitToEdition(lastDay, { ...edition2018, cities: ['深圳'] })).toBeNull();
  expect(fitToEdition(lastDay, { ...edition2018, series: [] })).toBeNull();
  expect(fitToEdition(lastDay, edition2018)).toEqual(lastDay);
});

test('withdrawn it stays as it was', () => {
  const withdrawn = activityWith({
    firstDay: octoberDay('15'),
    lastDay: octoberDay('15'),
    state: 'withdrawn',
  });
  expect(fitToEdition(withdrawn, shorter)).toEqual(withdrawn);
});
