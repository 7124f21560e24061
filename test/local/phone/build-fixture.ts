import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = join(__dirname, '../../..');
const BUILD = `
import { buildPhoneHost } from ${JSON.stringify(join(PROJECT, 'local/phone/build/build-phone-host.ts'))};
const [miniprogramFolder, outFolder] = process.argv.slice(1);
buildPhoneHost({ miniprogramFolder, outFolder }).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
`;

/** Copies the fixture with TDesign beside it, as a build would leave it, and builds the phone from that. */
export async function buildFixture(folder: string): Promise<string> {
  const miniprogramFolder = join(folder, 'miniprogram');
  const outFolder = join(folder, 'web');
  const npmFolder = join(miniprogramFolder, 'miniprogram_npm/tdesign-miniprogram');
  await mkdir(npmFolder, { recursive: true });
  await cp(join(__dirname, 'fixture'), miniprogramFolder, { recursive: true });
  const tdesign = join(PROJECT, 'node_modules/tdesign-miniprogram');
  await cp(join(tdesign, 'miniprogram_dist'), npmFolder, { recursive: true });
  await removeRemoteFont(join(npmFolder, 'icon/icon.wxss'));
  await buildPhone(miniprogramFolder, outFolder);
  return outFolder;
}

/** The bundler is an ES module, so it runs outside jest. */
export async function buildPhone(miniprogramFolder: string, outFolder: string): Promise<void> {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', BUILD, miniprogramFolder, outFolder];
  await promisify(execFile)(process.execPath, args, { cwd: PROJECT });
}

async function removeRemoteFont(file: string): Promise<void> {
  const source = await readFile(file, 'utf8');
  await writeFile(file, source.replace(/@font-face\s*\{[^}]*\}/, ''));
}
