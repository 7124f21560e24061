type Listener = (data: unknown) => void;

export interface EventChannel {
  on(name: string, listener: Listener): void;
  once(name: string, listener: Listener): void;
  off(name: string, listener?: Listener): void;
  emit(name: string, data?: unknown): void;
}

/** The line between a page and the one that opened it. */
export function createEventChannel(): EventChannel {
  const listeners = new Map<string, Set<Listener>>();
  const channel: EventChannel = {
    on(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
    },
    once(name, listener) {
      const onceListener: Listener = (data) => {
        channel.off(name, onceListener);
        listener(data);
      };
      channel.on(name, onceListener);
    },
    off(name, listener) {
      if (listener) listeners.get(name)?.delete(listener);
      else listeners.delete(name);
    },
    emit(name, data) {
      for (const listener of [...(listeners.get(name) ?? [])]) listener(data);
    },
  };
  return channel;
}

/** The page being opened takes the channel that its opener announced. */
class OpenerChannels {
  private announced: EventChannel | undefined;

  announce(channel: EventChannel): void {
    this.announced = channel;
  }

  take(): EventChannel {
    const channel = this.announced ?? createEventChannel();
    this.announced = undefined;
    return channel;
  }
}

export const openerChannels = new OpenerChannels();
