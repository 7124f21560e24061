import type { SimulatedClock } from '../clock/simulated-clock';
import type { FunctionDefinition } from '../functions/function-definition';
import type { FunctionRunner } from '../functions/function-runner';
import { LocalCloudError } from '../local-cloud-error';
import { TimerSchedule } from './timer-schedule';

const POLL_MS = 1000;

interface Timer {
  functionName: string;
  triggerName: string;
  schedule: TimerSchedule;
  /** The simulated instant up to which due runs are settled. */
  settledUntil: number;
  isRunning: boolean;
}

/**
 * Runs functions when their timers are due on the simulated clock. However far the clock jumped, a timer
 * runs once; and it does not run again while its last run goes on.
 */
export class Timers {
  readonly #timers: Timer[];
  readonly #runs = new Set<Promise<unknown>>();
  #poll: NodeJS.Timeout | undefined;

  constructor(
    functions: ReadonlyMap<string, FunctionDefinition>,
    private readonly runner: FunctionRunner,
    private readonly clock: SimulatedClock,
    private readonly log: (line: string) => void,
  ) {
    this.#timers = [...functions.values()].flatMap(({ name, triggers }) =>
      triggers.map((trigger) => ({
        functionName: name,
        triggerName: trigger.name,
        schedule: readSchedule(name, trigger.schedule),
        settledUntil: clock.now(),
        isRunning: false,
      })),
    );
  }

  start(): void {
    this.#poll = setInterval(() => {
      this.runDue();
    }, POLL_MS);
    this.clock.onChange(() => {
      this.runDue();
    });
  }

  stop(): void {
    clearInterval(this.#poll);
  }

  runDue(): void {
    const now = this.clock.now();
    for (const timer of this.#timers) {
      // A clock that was set back makes what lies ahead due once more.
      if (timer.settledUntil > now) timer.settledUntil = now;
      if (timer.isRunning || timer.schedule.firstBetween(timer.settledUntil, now) === undefined) continue;
      timer.settledUntil = now;
      this.#run(timer).catch((error: unknown) => {
        this.log(
          `[${timer.functionName}] 定时触发失败：${error instanceof Error ? error.message : String(error)}`,
        );
      });
    }
  }

  /** Settles when no timer's function runs. */
  async idle(): Promise<void> {
    while (this.#runs.size > 0) await Promise.allSettled(this.#runs);
  }

  /** Runs a function's timer now; gives the JSON text of its result, or undefined when it has none. */
  async fire(functionName: string): Promise<string | undefined> {
    const timer = this.#timers.find((each) => each.functionName === functionName);
    return timer && (await this.#run(timer));
  }

  #run(timer: Timer): Promise<string> {
    const run = this.#runOnce(timer);
    this.#runs.add(run);
    // Whoever started the run hears of its failure.
    const forget = () => void this.#runs.delete(run);
    run.then(forget, forget);
    return run;
  }

  async #runOnce(timer: Timer): Promise<string> {
    timer.isRunning = true;
    try {
      return await this.runner.run({
        name: timer.functionName,
        event: {
          Type: 'Timer',
          TriggerName: timer.triggerName,
          Time: new Date(this.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
          Message: '',
        },
        source: 'wx_trigger',
      });
    } finally {
      timer.isRunning = false;
    }
  }
}

function readSchedule(functionName: string, text: string): TimerSchedule {
  try {
    return new TimerSchedule(text);
  } catch (error) {
    throw new LocalCloudError(
      'declaration-invalid',
      `云函数 ${functionName} 的定时触发器无效（${(error as Error).message}）。请修改 config.json 后重新构建。`,
      { cause: error },
    );
  }
}
