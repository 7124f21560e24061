import { settlePlain } from '#shared/record/plain-kinds';
import { dayPart, partsOf, visibleChangeOf, weekPart } from '#shared/snapshot/public-snapshot';
import { activityWith, edition2018, octoberDay, policyWith } from '../example-records';

const shown = activityWith({ id: 'shown', state: 'reported' });
const long = activityWith({
  id: 'long',
  firstDay: octoberDay('08'),
  lastDay: octoberDay('11'),
  city: '深圳',
});
const hidden = activityWith({ id: 'hidden', isOpen: false });

test('a day has what begins on it, in order of time, and nothing the public does not see', () => {
  const early = activityWith({ id: 'early', startTime: '08:00' });
  const { activities } = dayPart(octoberDay('10'), [shown, hidden, long, early]);
  expect(activities.map(({ id }) => id)).toEqual(['early', 'shown']);
});

test('an activity of several days stands once, on its first day in the edition', () => {
  const on = (day: string) => dayPart(octoberDay(day), [long]).activities.length;
  expect(['09', '10', '11'].map(on)).toEqual([1, 0, 0]);
});

test('the headcount is public once it is accepted', () => {
  const accepted = activityWith({ id: 'accepted', state: 'accepted' });
  const { activities } = dayPart(octoberDay('10'), [shown, accepted]);
  expect(activities.map(({ id, headcount }) => [id, headcount?.count ?? null])).toEqual([
    ['accepted', 86],
    ['shown', null],
  ]);
});

test('a picture is public once it passed the check', () => {
  const file = {
    purpose: 'photo',
    name: '现场',
    mediaType: 'image/jpeg',
    bytes: 1,
    fileID: 'cloud://x',
  } as const;
  const files = [
    { ...file, id: 'f1', check: 'passed' as const },
    { ...file, id: 'f2', check: 'waiting' as const },
  ];
  const { activities } = dayPart(octoberDay('10'), [activityWith({ files })]);
  expect(activities[0]?.files.map(({ id }) => id)).toEqual(['f1']);
});

test('an edition is published in a part for the week, one for each day, and one for each other kind', () => {
  const policy = settlePlain('policy', policyWith());
  const parts = partsOf(edition2018, {
    activities: [shown],
    plain: { policy: [policy], showcase: [] },
    bulletins: [],
  });
  expect(parts.map(([name]) => name)).toEqual([
    'week',
    ...['09', '10', '11', '12', '13', '14', '15'].map(octoberDay),
    'policies',
    'showcases',
    'bulletins',
  ]);
  const [, policies] = parts.find(([name]) => name === 'policies') ?? [];
  expect(policies).toMatchObject({ policies: [{ name: policy.name, issuer: policy.issuer }] });
  expect(JSON.stringify(policies)).not.toContain('unitId');
});

test('nothing of the unit’s own leaves with it', () => {
  const [published = {}] = dayPart(octoberDay('10'), [shown]).activities;
  for (const field of ['unitId', 'revision', 'returned', 'changedAfterAcceptance', 'check', 'bulletin'])
    expect(published).not.toHaveProperty(field);
});

test('the week counts each day, each city and all', () => {
  const week = weekPart(edition2018, [shown, long]);
  expect(week.total).toBe(2);
  expect(week.days.map(({ count }) => count)).toEqual([1, 2, 1, 0, 0, 0, 0]);
  expect(week.cities).toEqual([
    { city: '广州', count: 1 },
    { city: '深圳', count: 1 },
  ]);
});

describe('a change is visible', () => {
  const change = (before: object | null, after: object | null, collection = 'activities') =>
    visibleChangeOf({ collection, id: '2018', before, after });

  test.each([
    ['when an activity is listed', null, shown, '2018'],
    ['when a listed one changes', shown, shown, '2018'],
    ['when it is no longer listed', shown, hidden, '2018'],
    ['not while nobody sees it', hidden, hidden, null],
  ])('%s', (_when, before, after, expected) => {
    expect(change(before, after)).toBe(expected);
  });

  test('when a policy or showcase is listed, and when a bulletin is issued', () => {
    for (const collection of ['policies', 'showcases']) {
      expect(change(null, { editionId: '2018', listed: true }, collection)).toBe('2018');
      expect(change(null, { editionId: '2018', listed: false }, collection)).toBeNull();
    }
    expect(change({ editionId: '2018', number: null }, { editionId: '2018', number: 1 }, 'bulletins')).toBe(
      '2018',
    );
    expect(change(null, { editionId: '2018', number: null }, 'bulletins')).toBeNull();
  });

  test('when the edition changes, and not when another collection does', () => {
    expect(change(null, {}, 'editions')).toBe('2018');
    expect(change(null, shown, 'corrections')).toBeNull();
  });
});
