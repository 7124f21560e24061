import { bulletinAsked } from '../../work/bulletin/asked-bulletin';
import { openBulletinOf, type Bulletin } from '#shared/bulletin/bulletin';
import { composeBulletin } from '#shared/bulletin/compose-bulletin';
import { differencesBetween } from '#shared/bulletin/correction';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { bulletinWindow, closingFor, settledAt } from '#shared/week/bulletin-window';
import { onRead } from '../../entry/handler';
import { bulletinFactsOf, saysTheFacts } from '../../work/bulletin/bulletin-facts';
import { exceptionsOf } from '../../store/bulletin/bulletin-exceptions';
import { bulletinOfDayIfAny } from '../../store/bulletin/bulletins';
import { correctionsOfDay } from '../../store/bulletin/corrections';
import { mailsAbout } from '../../store/summary/mails';

function stageOf(
  kept: Bulletin | null,
  closesAt: number,
  now: number,
): 'collecting' | 'closed' | 'compiled' | 'issued' {
  if (kept !== null && kept.state !== 'open') return kept.state;
  return now < closesAt ? 'collecting' : 'closed';
}

export const openBulletinHandler = onRead(openBulletin, async (input, { caller, now, database }) => {
  const { edition, day } = await bulletinAsked(caller, database, input);
  const of = { editionId: edition.id, day };
  const [kept, exceptions, correctedSince] = await Promise.all([
    bulletinOfDayIfAny(database, of),
    exceptionsOf(database, of),
    correctionsOfDay(database, of),
  ]);
  const standing = exceptions.filter(({ revokedAt }) => revokedAt === null);
  const closesAt = closingFor(edition, day, standing);
  const isDone = kept !== null && kept.state !== 'open';
  const facts = kept?.state === 'issued' ? null : await bulletinFactsOf(database, { edition, day });
  const bulletin =
    isDone || facts === null
      ? (kept ?? openBulletinOf(edition.id, day, now))
      : { ...(kept ?? openBulletinOf(edition.id, day, now)), ...composeBulletin(facts, kept) };
  return {
    edition,
    stage: stageOf(kept, closesAt, now),
    opensAt: bulletinWindow(edition, day).opensAt,
    closesAt,
    settledAt: settledAt(edition, day, standing),
    bulletin,
    isOutdated: kept?.state === 'compiled' && facts !== null && !saysTheFacts(kept, facts),
    exceptions,
    correctedSince: correctedSince.map((each) => ({
      ...each,
      name: each.said.name,
      differences: differencesBetween(each.said, each.now, each.isCancelled),
    })),
    mails: await mailsAbout(database, { kind: 'bulletin', id: bulletin.id }),
  };
});
