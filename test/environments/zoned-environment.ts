import { TestEnvironment } from 'jest-environment-node';

/**
 * Runs a test file in the time zone that its project names.
 *
 * The zone is set on the real process, because the `process.env` a test sees is a copy that Node does not watch, and put
 * back afterwards, because one worker runs the files of several projects.
 */
export default class ZonedEnvironment extends TestEnvironment {
  readonly #zoneBefore = process.env.TZ;

  constructor(...[config, context]: ConstructorParameters<typeof TestEnvironment>) {
    const { timeZone } = config.projectConfig.testEnvironmentOptions as { timeZone: string };
    process.env.TZ = timeZone;
    super(config, context);
  }

  override async teardown(): Promise<void> {
    if (this.#zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = this.#zoneBefore;
    await super.teardown();
  }
}
