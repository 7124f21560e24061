import { wrongField } from '#shared/refusal/errors';
import type { Activity } from '#shared/record/activity';
import { mostCoHosts, withUnit } from '#shared/record/co-host';
import { changeCoHosts } from '#shared/record/record-life';
import type { Transaction } from '../../platform/database';
import type { EarlierCorrections } from '../../store/bulletin/corrections';
import { markForPairing } from '../../store/record/double-marks';
import { findEdition } from '../../store/edition/editions';
import { keepReported } from '../bulletin/keep-reported';
import type { CoHostUnit } from './change-co-hosting';
import type { stepBy } from './step-by';

interface Change {
  unit: CoHostUnit;
  /** What was corrected of the record before. */
  earlier: EarlierCorrections;
  step: ReturnType<typeof stepBy>;
}

async function keepChanged(
  transaction: Transaction,
  before: Activity,
  changed: Pick<Activity, 'coHosts' | 'jointUnits'>,
  { earlier, step, reason }: Change & { reason: string },
): Promise<void> {
  const edition = await findEdition(transaction, before.editionId);
  const activity = changeCoHosts(before, changed, step, reason);
  await keepReported(transaction, { edition, before, activity, entries: [], earlier, reason, now: step.now });
  await markForPairing(transaction, { kind: 'activity', id: activity.id }, step.now);
}

/** Puts a unit among a record's co-hosts. INVALID_INPUT when there are as many as a form's cell takes. */
export async function joinCoHost(transaction: Transaction, before: Activity, change: Change): Promise<void> {
  const { unitId, unitName, unitCity } = change.unit;
  const coHosts = withUnit(before.coHosts, { id: unitId, name: unitName });
  if (coHosts.length > mostCoHosts) throw wrongField('coHosts', 'too-many', mostCoHosts);
  const jointUnits = [...before.jointUnits, { unitId, unitCity }];
  const reason = `${unitName}加入为联合主办单位`;
  await keepChanged(transaction, before, { coHosts, jointUnits }, { ...change, reason });
}

/** Takes a unit off a record's co-hosts. */
export async function partCoHost(transaction: Transaction, before: Activity, change: Change): Promise<void> {
  const { unitId, unitName } = change.unit;
  const coHosts = before.coHosts.filter((each) => each.unitId !== unitId);
  const jointUnits = before.jointUnits.filter((each) => each.unitId !== unitId);
  const reason = `${unitName}不再是联合主办单位`;
  await keepChanged(transaction, before, { coHosts, jointUnits }, { ...change, reason });
}
