import { logForm } from '../cloudfunctions/support/log-form';
import { cloudAddress, newRequestId, runTheCloud } from '../cloudfunctions/support/running-cloud';
import { runScript } from './run-script';

runTheCloud();

/** Runs it at the test’s own cloud. */
function call(args: readonly string[], standardInput?: string) {
  return runScript('call.ts', ['--at', cloudAddress(), ...args], standardInput);
}

test('an action without input is answered in JSON, with exit code 0', async () => {
  const { code, stdout, stderr } = await call(['public.openHome']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, reply: { roles: [] } });
});

test('input is taken from the argument or from standard input', async () => {
  const input = JSON.stringify({ day: '2018-10-10', after: null });
  const [fromArgument, fromStandardInput] = await Promise.all([
    call(['public.listActivities', input]),
    call(['public.listActivities', '-'], input),
  ]);
  expect(fromArgument.code).toBe(0);
  const replyIn = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as { reply: unknown }).reply;
  expect(replyIn(fromStandardInput)).toEqual(replyIn(fromArgument));
});

test('a write that is sent again under its request id happens once', async () => {
  const args = ['--as', 'organiser', '--request-id', newRequestId(), 'organiser.saveActivity', '-'];
  const input = JSON.stringify(logForm());
  const answers = [await call(args, input), await call(args, input)];
  const ids = answers.map(
    ({ stdout }) => (JSON.parse(stdout) as { reply: { activity: { id: string } } }).reply.activity.id,
  );
  expect(ids[0]).toBe(ids[1]);
});

test('a refusal is printed, with exit code 1', async () => {
  const { code, stdout } = await call(['--as', 'visitor', 'bureau.compileSummary']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'NO_MEMBERSHIP' } });
});

test('a function or a person that does not exist is said, with exit code 1', async () => {
  const [noFunction, noPerson] = await Promise.all([
    call(['nothing.openHome']),
    call(['--as', 'nobody', 'public.openHome']),
  ]);
  for (const { code, stdout } of [noFunction, noPerson]) {
    expect(code).toBe(1);
    expect(stdout).toContain('errCode');
  }
});

test.each<[string, string[], string]>([
  ['no action', [], '--as <person>'],
  ['no function', ['openHome'], '--as <person>'],
  ['input that is no JSON', ['public.openHome', '{'], 'not JSON'],
  ['an unknown option', ['--colour', 'red', 'public.openHome'], '--colour'],
])('%s is a mistake in the command, with exit code 2', async (_what, args, said) => {
  const { code, stdout, stderr } = await call(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(said);
});

test('nobody at the address is a mistake too, with exit code 2', async () => {
  const { code, stderr } = await runScript('call.ts', ['--at', 'http://127.0.0.1:9', 'public.openHome']);
  expect(code).toBe(2);
  expect(stderr).toContain('http://127.0.0.1:9');
});
