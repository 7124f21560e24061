import { plainCopy } from './plain-copy';

type Handler = (this: unknown, argument?: unknown) => unknown;

/** A page as WeChat keeps it: its data, and its handlers by name. */
export interface OpenedPage<Data> {
  readonly data: Data;
  /** Everything that was given to setData, in order. */
  readonly sent: Record<string, unknown>[];
  /** Calls a lifetime or a handler. */
  call(handler: string, argument?: unknown): Promise<void>;
  /** Tells the page that something on it was tapped, typed or chosen. */
  touch(handler: string, dataset: object, detail?: object): Promise<void>;
}

function place(target: unknown, [step = '', ...rest]: string[], value: unknown): void {
  const holder = target as Record<string, unknown>;
  if (rest.length === 0) holder[step] = value;
  else place(holder[step], rest, value);
}

/** Loads a page's script, once a test file; the returned function opens the page anew. */
export async function loadPage<Data>(importPage: () => Promise<unknown>): Promise<() => OpenedPage<Data>> {
  const defined: Record<string, unknown>[] = [];
  Object.assign(globalThis, { Page: (options: Record<string, unknown>) => defined.push(options) });
  await importPage();
  const [options = {}] = defined;

  return () => {
    const sent: Record<string, unknown>[] = [];
    const self = {
      ...options,
      data: plainCopy(options.data),
      setData(patch: Record<string, unknown>) {
        sent.push(plainCopy(patch));
        for (const [path, value] of Object.entries(plainCopy(patch))) {
          place(self.data, path.split(/[.[\]]+/).filter(Boolean), value);
        }
      },
    };
    const call = async (handler: string, argument?: unknown) => {
      await ((self as Record<string, unknown>)[handler] as Handler).call(self, argument);
    };
    return {
      get data() {
        return self.data as Data;
      },
      sent,
      call,
      touch: (handler, dataset, detail = {}) => call(handler, { currentTarget: { dataset }, detail }),
    };
  };
}
