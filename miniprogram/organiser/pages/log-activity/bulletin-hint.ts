import { describeCutOff } from '../../../copy/describe-cut-off';
import { decideBulletinDay, reportableDays, type BulletinEdition } from '#shared/week/bulletin-window';
import { describeDay, type Day } from '#shared/ground/guangdong-time';
import { describeCountdown } from '../../../copy/describe-countdown';
import type { LogForm } from './log-form';

/** What the form says under 重要活动, from the same rule that the cloud decides by. */
export interface BulletinHint {
  text: string;
  /** Whether the window has ended as far as the phone knows; the cloud has the last word. */
  isTooLate: boolean;
}

function timesOf({ firstDay, lastDay, startTime }: LogForm) {
  return { firstDay, lastDay, startTime: startTime === '' ? null : startTime };
}

/** The days an activity of several days can be reported for. */
export function bulletinDaysOf(edition: BulletinEdition, form: LogForm): Day[] {
  return form.firstDay === form.lastDay ? [] : reportableDays(edition, timesOf(form));
}

/**
 * The form with the bulletin's day named, when an important activity lasts several days: the one that was chosen, else the
 * one that takes reports now. It is named so that the cloud never moves a report to a day that the person did not see.
 */
export function nameBulletinDay(edition: BulletinEdition, form: LogForm, now: number): LogForm {
  const days = bulletinDaysOf(edition, form);
  if (days.includes(form.bulletinDay)) return form;
  const decision = form.important ? decideBulletinDay(edition, timesOf(form), null, now) : null;
  const bulletinDay =
    days.length === 0 || decision === null || decision.result === 'not-its-day' ? '' : decision.day;
  return bulletinDay === form.bulletinDay ? form : { ...form, bulletinDay };
}

/** Which bulletin the activity would be in, and how long it takes reports. */
export function hintForBulletin(edition: BulletinEdition, form: LogForm, now: number): BulletinHint {
  const named =
    bulletinDaysOf(edition, form).length === 0 || form.bulletinDay === '' ? null : form.bulletinDay;
  const decision = decideBulletinDay(edition, timesOf(form), named, now);
  const rule = describeCutOff(edition.cutOff);
  switch (decision.result) {
    case 'taken':
      return {
        text: `进${describeDay(decision.day)}简报，${rule}，还剩 ${describeCountdown(decision.closesAt - now)}`,
        isTooLate: false,
      };
    case 'cut-off-passed':
      return { text: `${describeDay(decision.day)}简报已截止，${rule}。仍可留作周总结`, isTooLate: true };
    case 'not-its-day':
      return { text: '活动周内没有这几天，不能进简报', isTooLate: true };
  }
}
