import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '#shared/zod';

const deployment = z.object({ functions: z.array(z.object({ name: z.string() })) });

/**
 * The folders of `cloudfunctions/` that are deployed as functions, as `cloudbaserc.json` names them; the others are shared among
 * them.
 *
 * @throws Error that names each function without an index.ts, and each index.ts without a function
 */
export function deployedFunctions(sourceFolder: string): string[] {
  const settings: unknown = JSON.parse(readFileSync(join(sourceFolder, 'cloudbaserc.json'), 'utf8'));
  const deployed = deployment.parse(settings).functions.map(({ name }) => name);
  const isWritten = (name: string) => existsSync(join(sourceFolder, name, 'index.ts'));
  const problems = [
    ...deployed
      .filter((name) => !isWritten(name))
      .map((name) => `it names ${name}, and there is no ${name}/index.ts`),
    ...readdirSync(sourceFolder)
      .filter((name) => isWritten(name) && !deployed.includes(name))
      .map((name) => `there is a ${name}/index.ts, and it does not name ${name}`),
  ];
  if (problems.length > 0) throw new Error(`cloudfunctions/cloudbaserc.json: ${problems.join('; ')}.`);
  return deployed;
}
