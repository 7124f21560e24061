import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPlainObject } from '../database/document';
import { LocalCloudError } from '../local-cloud-error';

/** A timer trigger of a function's `config.json`. */
interface TimerTrigger {
  name: string;
  /** Seven fields, seconds first, year last. */
  schedule: string;
}

/** A built function and the settings it is deployed with. */
export interface FunctionDefinition {
  name: string;
  /** The file whose `main` is called. */
  entry: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  /** Its environment variables, as `cloudbaserc.json` writes them. */
  variables: Readonly<Record<string, string>>;
  /** WeChat interfaces that the function's `config.json` lists. */
  openApis: ReadonlySet<string>;
  /** One at most. */
  triggers: readonly TimerTrigger[];
}

const DEFAULT_TIMEOUT_SECONDS = 3;
const DEFAULT_MEMORY_MEGABYTES = 256;

/** Finds the functions in a folder of built functions: every sub-folder with an `index.js`. */
export function readFunctions(folder: string): Map<string, FunctionDefinition> {
  if (!existsSync(folder)) {
    throw new LocalCloudError('functions-missing', `没有找到云函数文件夹 ${folder}，请先构建。`);
  }
  const settings = readDeploySettings(join(folder, 'cloudbaserc.json'));
  const functions = new Map<string, FunctionDefinition>();
  for (const name of readdirSync(folder)) {
    const entry = join(folder, name, 'index.js');
    if (!existsSync(entry)) continue;
    const config = readJson(join(folder, name, 'config.json'));
    const { timeout, memorySize, envVariables } = settings.get(name) ?? {};
    functions.set(name, {
      name,
      entry,
      timeoutSeconds: typeof timeout === 'number' ? timeout : DEFAULT_TIMEOUT_SECONDS,
      memoryMegabytes: typeof memorySize === 'number' ? memorySize : DEFAULT_MEMORY_MEGABYTES,
      openApis: new Set(openApisOf(config)),
      variables: textsIn(envVariables),
      triggers: triggersOf(name, config),
    });
  }
  return functions;
}

function readDeploySettings(file: string): Map<string, Record<string, unknown>> {
  return new Map(recordsIn(readJson(file).functions).map((each) => [String(each.name), each]));
}

/** The platform gives a function one trigger, so a second one would never wake it. */
function triggersOf(functionName: string, config: Record<string, unknown>): TimerTrigger[] {
  const triggers = recordsIn(config.triggers).filter(({ type }) => type === 'timer');
  if (triggers.length > 1) {
    throw new LocalCloudError(
      'declaration-invalid',
      `云函数 ${functionName} 的 config.json 写了 ${triggers.length} 个触发器，平台只给一个。请合并成一个，由函数自己判断该做什么。`,
    );
  }
  return triggers.map((trigger) => ({ name: String(trigger.name), schedule: String(trigger.config) }));
}

function openApisOf(config: Record<string, unknown>): string[] {
  const list = isPlainObject(config.permissions) ? config.permissions.openapi : undefined;
  return Array.isArray(list) ? list.map(String) : [];
}

const textsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isPlainObject(value) ? value : {}).map(([name, each]) => [name, String(each)]),
  );

const recordsIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isPlainObject) : [];

function readJson(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isPlainObject(content) ? content : {};
  } catch (error) {
    throw new LocalCloudError(
      'declaration-invalid',
      `云函数配置 ${file} 无法读取（${(error as Error).message}）。请重新构建云函数。`,
      { cause: error },
    );
  }
}
