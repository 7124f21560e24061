const minutesBehindUtc: Record<string, number> = {
  UTC: 0,
  'Asia/Shanghai': -480,
  'America/Los_Angeles': 420,
};

test('local time is that of the zone this project names', () => {
  const zone = process.env.TZ ?? 'no zone';

  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  expect(new Date('2018-10-10T07:40:00Z').getTimezoneOffset()).toBe(minutesBehindUtc[zone]);
});
