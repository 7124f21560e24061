import { saveActivity } from '#shared/contract/record/save-activity';
import type { Activity } from '#shared/record/activity';
import { october } from '../../../shared/example-records';
import { logForm } from '../../support/log-form';
import {
  addPerson,
  ask,
  kept,
  newRequestId,
  runClockFrom,
  runTheCloud,
  stopClockAt,
  type Answer,
} from '../../support/running-cloud';

runTheCloud();

const cutOff = october('10 16:00');
const reports = 200;
/** The clock stands so shortly before the cut-off while the first half of the reports comes in. */
const lastMs = 20;
const people = ['organiser', 'city', 'bureau', 'shenzhen', 'foshan'] as const;

function isReply(answer: Answer): answer is Extract<Answer, { ok: true }> {
  return 'ok' in answer && answer.ok;
}

function serverNowOf(answer: Answer): number {
  if (!('ok' in answer)) throw new Error(`No function answered: ${JSON.stringify(answer)}`);
  return answer.serverNow;
}

interface Sent {
  person: string;
  requestId: string;
  name: string;
}

function sendReport({ person, requestId, name }: Sent): Promise<Answer> {
  return ask(
    person,
    saveActivity,
    logForm({ name, hosts: [name], venue: name }, { bulletin: 'report' }),
    requestId,
  );
}

/** Eight characters that no other index shares: two hundred near-same names would be two hundred doubles. */
function unlikeAnyOther(index: number): string {
  return String.fromCodePoint(...Array.from({ length: 8 }, (_each, place) => 0x4e00 + index * 8 + place));
}

function practice(sent: Sent): Sent {
  return { ...sent, requestId: newRequestId(), name: `热身${sent.name}` };
}

test('two hundred reports racing across the cut-off are each in or refused by the server’s time alone', async () => {
  const organiser = { role: 'organiser' } as const;
  await addPerson('shenzhen', { ...organiser, unitId: 'unit-shenzhen', unitName: '深圳平台', city: '深圳' });
  await addPerson('foshan', { ...organiser, unitId: 'unit-foshan', unitName: '佛山平台', city: '佛山' });
  await stopClockAt(october('10 15:50'));
  const all = Array.from({ length: reports }, (_each, index): Sent => ({
    person: people[index % people.length] ?? 'organiser',
    requestId: newRequestId(),
    name: `压线${unlikeAnyOther(index)}`,
  }));
  // Instances start before the race, so that it is decided by time and not by who has one.
  await Promise.all(all.slice(0, 8).map((each) => sendReport(practice(each))));

  // Half of them come in while the clock stands shortly before the cut-off; it goes on while they are under way, and the
  // other half is sent at that moment: over the cut-off in the middle of the race, however fast this machine is.
  await stopClockAt(cutOff - lastMs);
  const send = async (sent: Sent) => ({ sent, answer: await sendReport(sent) });
  const first = all.slice(0, reports / 2).map(send);
  await Promise.race(first);
  await runClockFrom(cutOff - lastMs);
  const answered = await Promise.all([...first, ...all.slice(reports / 2).map(send)]);
  const answers = answered.map(({ answer }) => answer);
  await stopClockAt(october('10 16:10'));

  const taken = answered.filter(({ answer }) => serverNowOf(answer) < cutOff).map(({ sent }) => sent);
  expect(taken.length).toBeGreaterThan(20);
  expect(reports - taken.length).toBeGreaterThan(20);
  for (const answer of answers) {
    const received = serverNowOf(answer);
    expect(isReply(answer)).toBe(received < cutOff);
    if (isReply(answer)) {
      const { bulletin } = (answer.reply as { activity: Activity }).activity;
      expect(bulletin).toEqual({ result: 'taken', day: '2018-10-10', receivedAt: received });
    } else {
      expect(answer).toMatchObject({ error: { code: 'CUTOFF_PASSED', details: { serverNow: received } } });
    }
  }

  // None lost, none twice: also when every phone, unsure, sends again.
  const again = await Promise.all(all.map(sendReport));
  expect(again.map(isReply)).toEqual(answers.map(isReply));
  const names = taken.map(({ name }) => name).sort();
  for (const collection of ['activities', 'bulletin-entries']) {
    const found = (await kept(collection)).map((each) => String(each.name));
    expect(found.filter((name) => name.startsWith('压线')).sort()).toEqual(names);
  }
}, 180_000);
