import type { Activity } from '#shared/record/activity';
import type { CoHosting, CoHostingState } from '#shared/record/co-hosting';
import type { NoticeKind } from '#shared/notice/notice';
import type { Jurisdiction } from '#shared/ground/region';
import type { Transaction } from '../../platform/database';
import { coHostingId, keepCoHosting } from '../../store/record/co-hostings';
import { tell } from '../notice/tell';

/** The unit that is, or is to be, a co-host. */
export interface CoHostUnit {
  unitId: string;
  unitName: string;
  unitCity: Jurisdiction;
}

/** Whom a change tells, and what: the record's unit what the other did, the other what the record's unit did. */
const told: Record<CoHostingState, { who: 'hostUnitId' | 'unitId'; kind: NoticeKind; note: string }> = {
  asked: { who: 'hostUnitId', kind: 'co-host-asked', note: '请求作为联合主办单位加入' },
  accepted: { who: 'unitId', kind: 'co-host-answered', note: '已列为联合主办单位' },
  refused: { who: 'unitId', kind: 'co-host-answered', note: '没有列为联合主办单位' },
  removed: { who: 'unitId', kind: 'co-host-left', note: '不再列为联合主办单位' },
  left: { who: 'hostUnitId', kind: 'co-host-left', note: '不再作为联合主办单位' },
};

/** A co-hosting in a new state. */
function inState(
  activity: Pick<Activity, 'id' | 'editionId' | 'name' | 'unitId' | 'unitName' | 'unitCity'>,
  unit: CoHostUnit,
  { kept, state, now }: { kept: CoHosting | null; state: CoHostingState; now: number },
): CoHosting {
  const id = coHostingId(activity.id, unit.unitId);
  return {
    id,
    editionId: activity.editionId,
    activityId: activity.id,
    activityName: activity.name,
    hostUnitId: activity.unitId,
    hostUnitName: activity.unitName,
    hostUnitCity: activity.unitCity,
    ...unit,
    state,
    askedAt: state === 'asked' ? now : (kept?.askedAt ?? null),
    changedAt: now,
    sortKey: `${now}#${id}`,
  };
}

/**
 * Keeps how a unit stands to an activity as co-host, and tells the other of the two: the one place through which every such change
 * goes. As it stands already, nothing is kept and nobody told.
 */
export async function changeCoHosting(
  transaction: Transaction,
  activity: Parameters<typeof inState>[0],
  { unitId, unitName, unitCity }: CoHostUnit,
  change: { kept: CoHosting | null; state: CoHostingState; now: number },
): Promise<CoHosting> {
  const changed = inState(activity, { unitId, unitName, unitCity }, change);
  if (change.kept?.state === change.state) return change.kept;
  await keepCoHosting(transaction, changed);
  const { who, kind, note } = told[change.state];
  await tell(transaction, {
    to: { unitId: changed[who] },
    kind,
    about: { kind: 'activity', id: activity.id, name: activity.name },
    note: `${who === 'unitId' ? activity.unitName : unitName}：${note}`,
    event: `${changed.id} ${change.now}`,
    now: change.now,
  });
  return changed;
}
