import { chineseNumber, type LetterPart, type OfficialLetter } from '../official-form/official-letter';
import type { Edition } from '../week/edition';
import { describeDay } from '../ground/guangdong-time';
import type { Bulletin, BulletinItem, CityStanding } from './bulletin';
import { heldHow } from './held-how';
import type { ToldCorrection } from './correction';

/** What the letter needs of a bulletin; the issuer is the unit that issued it, or would. */
export type PrintedBulletin = Pick<
  Bulletin,
  'day' | 'number' | 'printed' | 'corrections' | 'standing' | 'lead' | 'note'
> & { issuer: string };

/** A sentence ends with one full stop, whatever people typed at its end. */
function sentence(text: string): string {
  const ended = text.replace(/[，、；：,;:\s]+$/, '');
  return /[。！？.!?…]$/.test(ended) ? ended : `${ended}。`;
}

function happened(item: BulletinItem): string {
  const { firstDay, lastDay, hosts, coHosts, headcount } = item;
  const days =
    firstDay === lastDay ? describeDay(firstDay) : `${describeDay(firstDay)}至${describeDay(lastDay)}`;
  const people = headcount === null ? '' : `，${headcount}人参加`;
  return `${days}，${[...hosts, ...coHosts].join('、')}${heldHow(item)}${people}。`;
}

function entryParts(item: BulletinItem, index: number): LetterPart[] {
  return [
    { role: 'heading2', text: `（${chineseNumber(index + 1)}）${item.name}` },
    { role: 'body', text: `${happened(item)}${sentence(item.about.replaceAll('\n', ''))}` },
  ];
}

function correctionPart(
  { saidOn, name, differences, reasons, unitName }: ToldCorrection,
  index: number,
): LetterPart {
  const changes = differences.map(({ field, said, now }) =>
    field === '主要内容' ? `${field}更正为“${now}”` : `${field}由“${said}”更正为“${now}”`,
  );
  const text =
    `${index + 1}．${describeDay(saidOn)}简报“${name}”：${changes.join('；')}。` +
    `更正单位：${unitName}；原因：${sentence(reasons.join('；'))}`;
  return { role: 'body', text: text.replaceAll('\n', '') };
}

/** Which cities reported, by name; who was silent is for the staff's page only. Nothing where none did. */
function standingParts({ withContent, nil }: CityStanding): LetterPart[] {
  const named = (label: string, cities: readonly string[]) =>
    cities.length === 0 ? [] : [`${label}（${cities.length}个市）：${cities.join('、')}`];
  const told = [...named('有内容', withContent), ...named('零报告', nil)];
  return told.length === 0 ? [] : [{ role: 'body', text: sentence(told.join('；')) }];
}

/**
 * A bulletin as it is printed (简报版式): its number, issuer and day, the lead, the activities, what is corrected of earlier days,
 * how the cities stand, and the staff's word.
 */
export function toBulletinLetter(
  { title, paperTitle }: Pick<Edition, 'title' | 'paperTitle'>,
  { day, number, issuer, printed, corrections, standing, lead, note }: PrintedBulletin,
): OfficialLetter {
  const [year] = day.split('-');
  const sections: { heading: string; parts: LetterPart[] }[] = [
    { heading: '重要活动', parts: printed.flatMap(entryParts) },
    { heading: '更正', parts: corrections.map(correctionPart) },
    { heading: '报送情况', parts: standingParts(standing) },
  ];
  const filled = sections.filter(({ parts }) => parts.length > 0);
  const headingOf = (heading: string, index: number): string =>
    filled.length === 1 ? heading : `${chineseNumber(index + 1)}、${heading}`;
  return {
    title: [title, paperTitle],
    subtitle: [
      number === null ? '（未编期）' : `第${number}期`,
      `${issuer}\u3000${year}年${describeDay(day)}`,
    ],
    parts: [
      { role: 'body', text: lead },
      ...filled.flatMap(({ heading, parts }, index): LetterPart[] => [
        { role: 'heading1', text: headingOf(heading, index) },
        ...parts,
      ]),
      ...(note === '' ? [] : [{ role: 'body', text: `编者按：${note}` } as const]),
    ],
  };
}
