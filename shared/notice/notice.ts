import { recordKind } from '../record/record-kind';
import { z } from '../zod';

/** What a notice tells, and what that is called (通知种类). */
export const noticeTitles = {
  returned: '记录已退回',
  entered: '审核单位代报了记录',
  mended: '审核单位改正了错字',
  moved: '记录移到了另一单位',
  'taken-down': '记录已紧急下线',
  'put-back': '记录已恢复公开',
  'dates-changed': '日期有变动',
  'activity-postponed': '活动改期',
  'activity-cancelled': '活动取消',
  'co-host-asked': '邀请共同举办',
  'co-host-answered': '共同举办有答复',
  'co-host-left': '协办单位有变动',
  'joint-event-changed': '联合举办的活动有变动',
  'nil-stated': '审核单位登记了零报告',
  'membership-began': '您已成为单位成员',
  'membership-asleep': '成员身份待本届确认',
  'membership-confirmed': '成员身份已确认',
  'membership-ended': '成员身份已停用',
  'membership-resumed': '成员身份已恢复',
  'membership-declined': '加入申请未通过',
  'bureau-claimed': '省局管理身份已重新认领',
} as const satisfies Record<string, string>;

export type NoticeKind = keyof typeof noticeTitles;
const noticeKinds = Object.keys(noticeTitles) as [NoticeKind, ...NoticeKind[]];

/** What a notice is about: the thing, by its kind and id, and its name as it was then. */
const noticeSubject = z.object({
  kind: z.enum([...recordKind.options, 'bulletin', 'edition', 'membership', 'summary', 'unit', 'week']),
  id: z.string(),
  name: z.string(),
});
export type NoticeSubject = z.infer<typeof noticeSubject>;

/** A notice (通知): what happened to somebody's things, standing in the due list until it was seen. */
export const notice = z.object({
  id: z.string(),
  /** Whom it is for, see `addresseeKey`. */
  to: z.string(),
  kind: z.enum(noticeKinds),
  about: noticeSubject,
  /** The reason, or what was and what is; empty where the kind says it all. */
  note: z.string(),
  at: z.int(),
  /** Whether it stands: one for a unit or person until it was seen, one for many as long as it is kept. */
  stands: z.boolean(),
  /** The units a member of which has seen it: of one for many, it stands for all others. */
  seenBy: z.array(z.string()),
});
export type Notice = z.infer<typeof notice>;

/** Whom a notice is for: the members of a unit, one person, the members of a city's units, or all members. */
export type Addressee = { unitId: string } | { openid: string } | { city: string } | 'all-members';

/**
 * An addressee in one word, by which notices are found.
 *
 * @example addresseeKey({ city: '广州' }) // 'city 广州'
 */
export function addresseeKey(to: Addressee): string {
  if (to === 'all-members') return to;
  if ('unitId' in to) return `unit ${to.unitId}`;
  return 'city' in to ? `city ${to.city}` : `person ${to.openid}`;
}

/** The addressee that a word stands for. */
export function addresseeOf(key: string): Addressee {
  const [kind, ...rest] = key.split(' ');
  const name = rest.join(' ');
  if (kind === 'unit') return { unitId: name };
  if (kind === 'person') return { openid: name };
  return kind === 'city' ? { city: name } : 'all-members';
}

/** Whether a notice is for many units, each of which sees it by itself. */
function isForMany({ to }: Pick<Notice, 'to'>): boolean {
  const addressee = addresseeOf(to);
  return addressee === 'all-members' || 'city' in addressee;
}

/** A person's place in a unit, as far as notices care. */
interface Place {
  unitId: string;
  city: string;
}

/** By which words a person's notices are found: his own, those of his units, and those for many. */
export function addresseesOf(openid: string, places: readonly Place[]): string[] {
  const ofPlaces = places.flatMap(({ unitId, city }) => [{ unitId }, { city }]);
  const forAll: Addressee[] = places.length === 0 ? [] : ['all-members'];
  return [...new Set([{ openid }, ...ofPlaces, ...forAll].map(addresseeKey))];
}

/** A person's units that a notice is for; none for one to himself. */
export function unitsToldBy<Told extends Place>({ to }: Pick<Notice, 'to'>, places: readonly Told[]): Told[] {
  const addressee = addresseeOf(to);
  if (addressee === 'all-members') return [...places];
  if ('openid' in addressee) return [];
  if ('unitId' in addressee) return places.filter(({ unitId }) => unitId === addressee.unitId);
  return places.filter(({ city }) => city === addressee.city);
}

/** Whether a notice still stands for a person: not seen by himself, or by any member of one of his units. */
export function standsFor(told: Notice, places: readonly Place[]): boolean {
  if (!told.stands) return false;
  if (!isForMany(told)) return true;
  return unitsToldBy(told, places).some(({ unitId }) => !told.seenBy.includes(unitId));
}

/** A notice that a person has seen: his unit's is seen when one of its members has seen it. */
export function seen(told: Notice, places: readonly Place[]): Notice {
  const units = unitsToldBy(told, places).map(({ unitId }) => unitId);
  return { ...told, stands: isForMany(told), seenBy: [...new Set([...told.seenBy, ...units])].sort() };
}
