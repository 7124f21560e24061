import { listCoHosts } from '#shared/contract/record/list-co-hosts';
import type { Membership } from '#shared/people/membership';
import { onRead } from '../../entry/handler';
import { editionAsked } from '../../work/edition/asked-edition';
import { readCoHostings, type CoHostingsOf } from '../../store/record/co-hostings';

const pageSize = 20;

/** What waits for an answer of the member's unit, or of the records it reviews. */
function waitingFor({ role, unitId, city }: Membership): CoHostingsOf {
  if (role === 'bureau') return { state: 'asked' };
  return role === 'city' ? { state: 'asked', hostUnitCity: city } : { state: 'asked', hostUnitId: unitId };
}

export const listCoHostsHandler = onRead(
  listCoHosts,
  async ({ which, after, editionId }, { caller, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const member = caller.acting();
    const of = which === 'waiting' ? waitingFor(member) : { unitId: member.unitId };
    return readCoHostings(database, { editionId: edition.id, of, after, size: pageSize });
  },
);
