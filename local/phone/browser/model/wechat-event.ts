import type * as glassEasel from 'glass-easel';
import { domOf, elementOf, type GlassElement } from './glass';

interface WechatTarget {
  id: string;
  dataset: Record<string, unknown>;
  readonly offsetLeft: number;
  readonly offsetTop: number;
}

export interface WechatEvent {
  type: string;
  timeStamp: number;
  target: WechatTarget;
  currentTarget: WechatTarget;
  mark: Record<string, unknown>;
  detail: unknown;
  touches?: unknown;
  changedTouches?: unknown;
}

/** The plain object that WeChat hands to a handler, instead of the framework's live one. */
export function toWechatEvent(event: glassEasel.ShadowedEvent<unknown>): WechatEvent {
  const { touches, changedTouches } = event.extraFields ?? {};
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: toTarget(elementOf(event.target)),
    currentTarget: toTarget(elementOf(event.currentTarget)),
    mark: { ...event.mark },
    detail: event.detail,
    ...(touches === undefined ? {} : { touches, changedTouches }),
  };
}

function toTarget(element: GlassElement): WechatTarget {
  const dom = domOf(element);
  return {
    id: element.id,
    dataset: { ...element.dataset },
    get offsetLeft() {
      return dom?.offsetLeft ?? 0;
    },
    get offsetTop() {
      return dom?.offsetTop ?? 0;
    },
  };
}
