import { askLocalCloud } from './ask-local-cloud';

const REREAD_MS = 10_000;

export interface ClockState {
  /** The simulated instant, in milliseconds, at the moment of the answer. */
  now: number;
  /** How many simulated seconds pass in one real second; 0 stands still. */
  rate: number;
}

const RealDate = Date;

/** The clock the phone lives by: the server's, which a person may set and speed up. */
export class SimulatedClock {
  private base: ClockState & { readAt: number } = { now: RealDate.now(), rate: 1, readAt: performance.now() };

  get now(): number {
    const { now, rate, readAt } = this.base;
    return Math.floor(now + (performance.now() - readAt) * rate);
  }

  get rate(): number {
    return this.base.rate;
  }

  async read(): Promise<void> {
    const response = await askLocalCloud('/local/clock');
    if (!response.ok) throw new Error(`GET /local/clock: ${String(response.status)}`);
    this.take(await response.json());
  }

  async set(change: Partial<ClockState>): Promise<void> {
    const response = await askLocalCloud('/local/clock', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: this.now, rate: this.rate, ...change }),
    });
    if (!response.ok) throw new Error(`PUT /local/clock: ${String(response.status)}`);
    await this.read();
  }

  /** Makes every `Date` of the page follow this clock. Must run before any script of the mini-program. */
  install(): void {
    const now = () => this.now;
    const PhoneDate = new Proxy(RealDate, {
      construct: (target, args: unknown[], newTarget) =>
        Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
      apply: () => new RealDate(now()).toString(),
      get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
    });
    RealDate.prototype.constructor = PhoneDate;
    globalThis.Date = PhoneDate;
    setInterval(() => {
      this.read().catch(() => undefined);
    }, REREAD_MS);
  }

  private take(state: unknown): void {
    const { now, rate } = state as { now: number | string; rate: number };
    this.base = { now: typeof now === 'number' ? now : RealDate.parse(now), rate, readAt: performance.now() };
  }
}
