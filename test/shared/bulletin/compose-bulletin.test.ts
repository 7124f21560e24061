import fc from 'fast-check';
import { openBulletinOf, publishedTextsOf, type Bulletin } from '#shared/bulletin/bulletin';
import { toBulletinEntry, type BulletinEntry } from '#shared/bulletin/bulletin-entry';
import {
  arrangeBulletin,
  composeBulletin,
  leadOf,
  standingOf,
  toItems,
  type BulletinFacts,
} from '#shared/bulletin/compose-bulletin';
import type { Activity } from '#shared/record/activity';
import { activityWith, edition2018 as edition, october } from '../example-records';

const day = '2018-10-10';

function entry(id: string, changed: Partial<Activity> = {}, receivedAt = '10 10:00'): BulletinEntry {
  return toBulletinEntry(activityWith({ id, ...changed }), day, october(receivedAt));
}

function facts(entries: readonly BulletinEntry[], rest: Partial<BulletinFacts> = {}): BulletinFacts {
  return {
    edition,
    day,
    entries,
    exceptions: [],
    corrections: [],
    correctedEntries: [],
    stood: { isOwed: true, withContent: [], nil: [] },
    ...rest,
  };
}

/** The bulletin as compiling keeps it. */
function compiled(entries: readonly BulletinEntry[], choice: Bulletin | null = null): Bulletin {
  return {
    ...(choice ?? openBulletinOf('2018', day, 0)),
    ...composeBulletin(facts(entries), choice),
    state: 'compiled',
  };
}

const activityIds = (items: readonly { activityId: string }[]) => items.map(({ activityId }) => activityId);

const shenzhen = entry('a', { unitCity: '深圳' });
const guangzhouLater = entry('b', { startTime: '14:00' });
const guangzhou = entry('c', { startTime: '09:00' });
const provincial = entry('d', { unitCity: '省直' });
const all = [shenzhen, guangzhouLater, guangzhou, provincial];

describe('a compiled bulletin', () => {
  test('has its entries by city in the edition’s order, then by time, the province’s own last', () => {
    expect(activityIds(composeBulletin(facts(all), null).printed)).toEqual(['c', 'b', 'a', 'd']);
  });

  test('is the same whatever order the database gives, and compiled again', () => {
    const first = composeBulletin(facts(all), null);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const kept = compiled(shuffled);
        expect(composeBulletin(facts(shuffled), null)).toEqual(first);
        expect(composeBulletin(facts(all), kept)).toEqual(first);
      }),
    );
  });

  test('says which entries came late, under an exception, to the millisecond', () => {
    const entries = [entry('a', {}, '10 15:59:59.999'), entry('b', {}, '10 16:00')];
    expect(toItems(edition, day, entries).map(({ isLate }) => isLate)).toEqual([false, true]);
  });

  test('names every city once: with content, with a nil report, silent', () => {
    const standing = standingOf(['广州', '深圳', '珠海', '汕头'], [guangzhou, guangzhouLater], {
      isOwed: true,
      withContent: ['深圳'],
      nil: ['珠海', '广州'],
    });
    const withContent = ['广州', '深圳'];
    expect(standing).toEqual({ isOwed: true, withContent, nil: ['珠海'], silent: ['汕头'] });
  });

  test('names nobody as silent or with a nil report where none is asked for by the day', () => {
    const stood = { isOwed: false, withContent: ['深圳'], nil: ['珠海'] };
    expect(standingOf(['广州', '深圳', '珠海'], [], stood)).toEqual({
      isOwed: false,
      withContent: ['深圳'],
      nil: [],
      silent: [],
    });
  });

  test('counts as reported a city whose entry the staff left out', () => {
    const kept = compiled(all);
    const choice = arrangeBulletin(kept, edition, { order: [], lead: '' });
    const again = composeBulletin(facts(all), { ...kept, ...choice });
    expect(again.printed).toEqual([]);
    expect(again.standing.withContent).toEqual(['广州', '深圳']);
  });
});

describe('the lead', () => {
  const lead = (...entries: BulletinEntry[]) => leadOf(edition, day, toItems(edition, day, entries));

  test('of an empty day says so', () => {
    expect(lead()).toBe('截至10月10日16:00，没有收到重要活动信息。');
  });

  test('has the figures', () => {
    expect(lead(...all)).toBe('截至10月10日16:00，2个市和省直单位报送重要活动4项，参加人数共344人。');
    expect(lead(provincial)).toBe('截至10月10日16:00，省直单位报送重要活动1项，参加人数共86人。');
  });

  test('says how many are not counted yet', () => {
    const uncounted = entry('e', { headcount: null });
    expect(lead(guangzhou, uncounted)).toContain('参加人数共86人（另有1项待统计）。');
    expect(lead(uncounted)).toContain('参加人数待统计。');
  });
});

describe('what the staff decide', () => {
  const kept = compiled(all);
  const ids = kept.printed.map(({ id }) => id);
  const arrange = (order: string[], lead = '') => arrangeBulletin(kept, edition, { order, lead });

  test('is the order and the pick; what is not picked is left out and not lost', () => {
    const [first = '', second = ''] = ids;
    const choice = arrange([second, first]);
    expect(activityIds(choice?.printed ?? [])).toEqual(['b', 'c']);
    expect(activityIds(choice?.leftOut ?? [])).toEqual(['a', 'd']);
    expect(choice?.lead).toContain('报送重要活动2项');
  });

  test('stays when it is compiled again, and what came since is added at its end', () => {
    const choice = arrange([...ids].reverse(), '我们自己写的导语。');
    const again = composeBulletin(facts([...all, entry('e')]), { ...kept, ...choice });
    expect(activityIds(again.printed)).toEqual(['d', 'a', 'b', 'c', 'e']);
    expect(again.lead).toBe('我们自己写的导语。');
  });

  test('is none when they leave the bulletin as it was', () => {
    expect(arrange(ids, kept.lead)).toMatchObject({ isOrderOwn: false, isLeadOwn: false });
    expect(arrange(ids, '')).toMatchObject({ isLeadOwn: false, lead: kept.lead });
  });

  test('can be taken back: an entry that was left out is printed again', () => {
    const choice = arrange(ids.slice(1));
    const restored = arrangeBulletin({ ...kept, ...choice }, edition, { order: ids, lead: '' });
    expect(restored).toMatchObject({ printed: kept.printed, leftOut: [], isOrderOwn: false });
  });

  test('cannot be an entry of another day, nor one twice', () => {
    const [first = ''] = ids;
    expect(arrange(['2018-10-11-a'])).toBeNull();
    expect(arrange([first, first])).toBeNull();
    expect(arrange([first, 'constructor'])).toBeNull();
  });
});

test('the content check is asked about everything people wrote that the public reads', () => {
  const texts = publishedTextsOf({ ...compiled([guangzhou]), note: '编者按' });
  expect(texts).toEqual(
    expect.arrayContaining(['编者按', guangzhou.name, guangzhou.about, guangzhou.venue, ...guangzhou.hosts]),
  );
});
