import { describeCutOff } from '../../../copy/describe-cut-off';
import type { OwnActivity } from '#shared/contract/record/open-workbench';
import { mayTake } from '#shared/record/record-life';
import type { RecordState } from '#shared/record/record';
import { describeDay } from '#shared/ground/guangdong-time';
import { describeCountdown } from '../../../copy/describe-countdown';
import { checkLabels, describeBulletin, stateLabels } from '../../../copy/labels';

type TagTheme = 'default' | 'primary' | 'warning' | 'danger' | 'success';

const themes: Record<RecordState, TagTheme> = {
  announced: 'warning',
  reported: 'primary',
  returned: 'danger',
  accepted: 'success',
  withdrawn: 'default',
  cancelled: 'default',
};

/** A unit's own activity as its list shows it. */
export interface OwnCard {
  id: string;
  name: string;
  line: string;
  state: string;
  theme: TagTheme;
  bulletin: string;
  /** Why the public does not see it yet; empty when nothing is in the way. */
  check: string;
  canChange: boolean;
}

/** What was counted; nothing is owed of what was called off. */
function describeCounted({ headcount, state }: OwnActivity): string {
  if (headcount !== null) return ` · ${headcount.count} 人`;
  return state === 'cancelled' ? '' : ' · 人数未报';
}

export function presentOwn(activity: OwnActivity): OwnCard {
  const { id, name, firstDay, state, bulletin, check } = activity;
  return {
    id,
    name,
    line: `${describeDay(firstDay)}${describeCounted(activity)}`,
    state: stateLabels[state],
    theme: themes[state],
    bulletin: describeBulletin(bulletin),
    check: checkLabels[check],
    canChange: mayTake('change', state),
  };
}

/** What the bulletin's window says now: until when it takes reports, or that it takes none. */
export function describeCollecting(
  collecting: { day: string; closesAt: number } | null,
  cutOff: string,
  now: number,
): string {
  if (collecting === null || now >= collecting.closesAt) return '现在没有在收的简报';
  return `${describeDay(collecting.day)}简报 ${describeCutOff(cutOff)}，还剩 ${describeCountdown(collecting.closesAt - now)}`;
}
