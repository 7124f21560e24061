/** What a worker needs to tell the simulated time by itself: `base + (real - anchor) * rate`. */
export interface ClockReading {
  /** Simulated milliseconds at the anchor. */
  base: number;
  /** Real milliseconds at which `base` was true. */
  anchor: number;
  /** Simulated milliseconds per real millisecond; 0 stands still. */
  rate: number;
}

/** The one clock of the local cloud: functions, `serverDate` and timers all go by it. */
export class SimulatedClock {
  #reading: ClockReading;
  readonly #onChange: (() => void)[] = [];

  constructor(start: { now: number; rate: number }) {
    this.#reading = { base: start.now, anchor: Date.now(), rate: start.rate };
  }

  now(): number {
    const { base, anchor, rate } = this.#reading;
    return Math.floor(base + (Date.now() - anchor) * rate);
  }

  get rate(): number {
    return this.#reading.rate;
  }

  get reading(): ClockReading {
    return this.#reading;
  }

  set(change: { now?: number; rate?: number }): void {
    this.#reading = {
      base: change.now ?? this.now(),
      anchor: Date.now(),
      rate: change.rate ?? this.rate,
    };
    for (const listener of this.#onChange) listener();
  }

  onChange(listener: () => void): void {
    this.#onChange.push(listener);
  }
}
