import { z } from '../zod';
import { plainKindNames } from './plain-kinds';

/** What a record is about (记录种类): an activity, or one of the plain kinds. */
export const recordKind = z.enum(['activity', ...plainKindNames]);
export type RecordKind = z.infer<typeof recordKind>;

/** What passes the content check: a record of a kind, or an issued bulletin. */
export const checkedKind = z.enum([...recordKind.options, 'bulletin']);
export type CheckedKind = z.infer<typeof checkedKind>;

/** What is missing when something of a kind is not found: people tell an activity and a bulletin from any other record. */
export function missingOf(kind: CheckedKind): 'activity' | 'bulletin' | 'record' {
  return kind === 'activity' || kind === 'bulletin' ? kind : 'record';
}
