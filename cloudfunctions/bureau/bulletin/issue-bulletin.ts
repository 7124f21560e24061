import { bulletinToChange } from '../../work/bulletin/asked-bulletin';
import { publishedTextsOf, type Bulletin } from '#shared/bulletin/bulletin';
import { refuse } from '#shared/refusal/errors';
import { issueBulletin } from '#shared/contract/bulletin/issue-bulletin';
import { provincial } from '#shared/ground/region';
import { onDecidedWrite } from '../../entry/handler';
import { checkText } from '../../platform/content-check';
import { logAuditHeads } from '../../store/audit/audit-heads';
import { gatherBulletin, saysTheFacts, unchangedBulletin } from '../../work/bulletin/bulletin-facts';
import { compiledBulletin, keepBulletin, takeNextNumber } from '../../store/bulletin/bulletins';
import { noteWaiting } from '../../store/record/content-checks';

export const issueBulletinHandler = onDecidedWrite(issueBulletin, {
  // What is checked here is what is issued below: the revision is the same, or the issue is refused.
  prepare: async ({ revision, ...asked }, { caller, database }) => {
    const of = await bulletinToChange(caller, database, asked);
    const texts = publishedTextsOf(await compiledBulletin(database, { ...of, revision }));
    const check = await checkText(caller.openid, texts);
    if (check === 'rejected') throw refuse('CONTENT_REJECTED', { field: 'bulletin' });
    return check;
  },
  gather: async (input, { caller, database }) =>
    gatherBulletin(database, await bulletinToChange(caller, database, input)),
  run: async ({ revision, ...asked }, { caller, now, transaction }, gathered, check) => {
    const of = await bulletinToChange(caller, transaction, asked);
    const { edition } = of;
    const kept = await compiledBulletin(transaction, { ...of, revision });
    await unchangedBulletin(transaction, gathered, edition.id);
    if (!saysTheFacts(kept, gathered.facts)) throw refuse('FROZEN', { state: 'bulletin-outdated' });
    const issued: Bulletin = {
      ...kept,
      state: 'issued',
      number: await takeNextNumber(transaction, edition.id),
      issuer: caller.acting().unitName,
      issuedBy: caller.openid,
      issuedAt: now,
      check,
      revision: revision + 1,
      updatedAt: now,
    };
    await keepBulletin(transaction, issued);
    await noteWaiting(transaction, {
      kind: 'bulletin',
      before: null,
      kept: { ...issued, files: [], unitCity: provincial },
      openid: caller.openid,
      now,
    });
    return { bulletin: issued };
  },
  afterwards: (_issued, { database }) => logAuditHeads(database, issueBulletin.name),
});
