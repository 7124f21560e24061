import { fromGuangdong, toGuangdong } from '../../../local/phone/browser/guangdong-time';

test('the bar shows and takes the time of Guangdong', () => {
  const instant = Date.UTC(2018, 9, 10, 7, 40, 12);
  expect(toGuangdong(instant)).toBe('2018-10-10 15:40:12');
  expect(fromGuangdong('2018-10-10 15:40:12')).toBe(instant);
  expect(fromGuangdong('2018-10-10T15:40')).toBe(instant - 12_000);
});

test('what is no time is refused', () => {
  expect(fromGuangdong('明天')).toBeUndefined();
  expect(fromGuangdong('2018-13-45 99:99:99')).toBeUndefined();
});
