import { CronExpressionParser } from 'cron-parser';

/** Timers go by the time of China, whatever the machine's zone. */
const ZONE = 'Asia/Shanghai';
const LONGEST_SEARCH = 400;

/** When a timer trigger runs: seven fields from second to year. */
export class TimerSchedule {
  readonly #fields: string;
  readonly #isYear: (year: number) => boolean;

  constructor(readonly text: string) {
    const fields = text.trim().split(/\s+/);
    if (fields.length !== 7) throw new Error(`a timer has seven fields, second to year: "${text}"`);
    this.#fields = fields.slice(0, 6).join(' ');
    this.#isYear = yearTest(fields[6] ?? '*');
    CronExpressionParser.parse(this.#fields, { tz: ZONE });
  }

  /** The first due instant after `from` and not after `until`, in milliseconds. */
  firstBetween(from: number, until: number): number | undefined {
    const occurrences = CronExpressionParser.parse(this.#fields, { currentDate: new Date(from), tz: ZONE });
    for (let search = 0; search < LONGEST_SEARCH; search += 1) {
      const next = occurrences.next();
      if (next.getTime() > until) return undefined;
      if (this.#isYear(next.getFullYear())) return next.getTime();
    }
    return undefined;
  }
}

function yearTest(field: string): (year: number) => boolean {
  const tests = field.split(',').map((part) => {
    const [range = '*', step = '1'] = part.split('/');
    const [first, last = part.includes('/') ? '2099' : first] =
      range === '*' ? ['1970', '2099'] : range.split('-');
    const [from, to, every] = [Number(first), Number(last), Number(step)];
    if (![from, to, every].every(Number.isInteger) || every < 1) throw new Error(`invalid year: "${field}"`);
    return (year: number) => year >= from && year <= to && (year - from) % every === 0;
  });
  return (year) => tests.some((test) => test(year));
}
