import { randomBytes } from 'node:crypto';
import { acceptInvitation } from '#shared/contract/people/accept-invitation';
import type { AnyAction } from '#shared/contract/action';
import { claimBureau } from '#shared/contract/people/claim-bureau';
import { createEdition } from '#shared/contract/edition/create-edition';
import { importUnits } from '#shared/contract/unit/import-units';
import { inviteMember } from '#shared/contract/people/invite-member';
import { listActivities } from '#shared/contract/public/list-activities';
import { listUnits } from '#shared/contract/unit/list-units';
import { openEdition } from '#shared/contract/edition/open-edition';
import { openHome } from '#shared/contract/public/open-home';
import { releaseRecords } from '#shared/contract/record/release-records';
import { saveActivity } from '#shared/contract/record/save-activity';
import { fieldsOf } from '#shared/week/edition';
import type { z } from '#shared/zod';
import { demoSettings } from '../../local/demo/settings';
import { startLocalCloud, type LocalCloud } from '../../local/cloud/start-local-cloud';
import { edition2018, october } from '../shared/example-records';
import { logForm } from './support/log-form';
import { fileWith } from './support/unit-file';
import { localHeader } from '../../local/cloud/routes/local-header';

const running: { cloud?: LocalCloud } = {};
const people = ['first', 'colleague', 'organiser', 'visitor'];

beforeAll(async () => {
  running.cloud = await startLocalCloud({
    functionsFolder: 'dist/cloudfunctions',
    port: 0,
    people: people.map((id) => ({ id, label: id, openid: `openid-of-${id}` })),
    settings: demoSettings,
    clock: { now: october('08 09:00'), rate: 0 },
  });
});
afterAll(() => running.cloud?.close());

async function ask<Contract extends AnyAction>(
  as: string,
  contract: Contract,
  input: z.input<Contract['request']>,
): Promise<{ ok: boolean; reply: z.output<Contract['reply']>; error?: unknown }> {
  const data = { action: contract.name, requestId: randomBytes(16).toString('hex'), input };
  const response = await fetch(`${running.cloud?.url ?? ''}/local/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...localHeader },
    body: JSON.stringify({ as, function: contract.function, data }),
  });
  const { result } = (await response.json()) as {
    result: { ok: boolean; reply: z.output<Contract['reply']>; error?: unknown };
  };
  return result;
}

test('a deployment with nothing in its database becomes a week, by the claim code alone', async () => {
  expect(await ask('visitor', openHome, {})).toMatchObject({
    error: { code: 'NOT_FOUND', details: { what: 'edition' } },
  });
  const claimed = await ask('first', claimBureau, { code: 'DEMO-2018-CLAIM', alias: '建设处' });
  expect(claimed).toMatchObject({ reply: { membership: { unitName: '广东省中小企业局', role: 'bureau' } } });

  const edition = { id: '2018', from: null, fields: fieldsOf(edition2018) };
  expect(await ask('first', createEdition, edition)).toMatchObject({
    reply: { edition: { current: false } },
  });
  expect(await ask('visitor', openHome, {})).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(await ask('first', openEdition, { id: '2018', revision: 1 })).toMatchObject({
    reply: { edition: { state: 'open', current: true } },
  });

  const file = await fileWith([
    ['广州市工业和信息化委员会', '市级主管部门', '广州', '广东省中小企业局'],
    ['演示双创示范基地', '示范基地', '广州', '广州市工业和信息化委员会'],
  ]);
  expect(await ask('first', importUnits, { file })).toMatchObject({
    reply: { rows: 2, taken: 2 },
  });
  const search = { city: null, kind: null, namePart: '示范基地', state: 'active', after: null } as const;
  const { reply: found } = await ask('first', listUnits, search);
  const [base] = found.units;
  if (base === undefined) throw new Error('The unit is missing');

  const invited = await ask('first', inviteMember, { unitId: base.id, role: 'organiser' });
  await ask('organiser', acceptInvitation, { code: invited.reply.code, alias: '' });
  const logged = await ask('organiser', saveActivity, logForm());
  expect(logged).toMatchObject({
    reply: { activity: { unitName: '演示双创示范基地', unitCity: '广州', editionId: '2018' } },
  });
  const { id, revision } = logged.reply.activity;
  await ask('first', releaseRecords, { records: [{ kind: 'activity', id, revision }] });
  expect(await ask('visitor', listActivities, { day: null, after: null })).toMatchObject({
    reply: { total: 1 },
  });
});
