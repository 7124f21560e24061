import { openCheckIn } from '#shared/contract/record/open-check-in';
import { draft } from '../../shared/example-records';
import { log } from './log-form';
import { get } from './running-cloud';

/** The codes that the venue of an activity shows, from now on. */
export async function codesOf(id: string): Promise<string[]> {
  return (await get('organiser', openCheckIn, { id })).codes;
}

/** A new activity, and the code that its venue shows now. */
export async function anActivityWithItsCode(): Promise<{ id: string; code: string }> {
  const { id } = await log('organiser', { ...draft, headcount: null });
  const [code = ''] = await codesOf(id);
  return { id, code };
}
