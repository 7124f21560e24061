import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { localHeader } from '../local/cloud/routes/local-header';

const usage = `npm run --silent call -- <function>.<action> [JSON, or - for standard input]

  --as <person>       visitor, organiser, city, bureau, shenzhen-organiser or shenzhen-city; visitor unless given
  --membership <id>   which of the person's memberships acts; needed by who has several (myMemberships lists them)
  --request-id <id>   32 hexadecimal digits, to send the same write again
  --at <address>      the running local cloud; http://127.0.0.1:8018 unless given

npm run --silent call -- public.openHome
npm run --silent call -- --as bureau bureau.compileSummary '{}'`;

function fail(text: string): never {
  console.error(text);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        as: { type: 'string', default: 'visitor' },
        membership: { type: 'string' },
        'request-id': { type: 'string', default: randomBytes(16).toString('hex') },
        at: { type: 'string', default: 'http://127.0.0.1:8018' },
      },
    });
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${usage}`);
  }
}

const { values, positionals } = readArguments();
const [target, text = '{}'] = positionals;
const [functionName, action] = target?.split('.') ?? [];
if (functionName === undefined || action === undefined) fail(usage);

function readInput(): unknown {
  try {
    return JSON.parse(text === '-' ? readFileSync(0, 'utf8') : text) as unknown;
  } catch (error) {
    return fail(`The input is not JSON: ${(error as Error).message}`);
  }
}

interface Answered {
  ok?: boolean;
  reply?: unknown;
  replyAt?: string;
}

async function post(body: object): Promise<{ result?: Answered }> {
  try {
    const response = await fetch(`${values.at}/local/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...localHeader },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { result?: Answered };
  } catch (error) {
    return fail(`No local cloud answers at ${values.at} (npm start runs one): ${(error as Error).message}`);
  }
}

const answer = await post({
  as: values.as,
  function: functionName,
  data: {
    action,
    requestId: values['request-id'],
    input: readInput(),
    ...(values.membership === undefined ? {} : { membershipId: values.membership }),
  },
});
const { result } = answer;
// A large reply lies in storage for some minutes; the phone fetches it likewise.
if (result?.replyAt !== undefined) {
  result.reply = await (await fetch(result.replyAt)).json();
  delete result.replyAt;
}
console.log(JSON.stringify(result ?? answer, null, 2));
process.exitCode = result?.ok === true ? 0 : 1;
