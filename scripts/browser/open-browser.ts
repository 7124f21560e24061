import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A Chromium of this machine: the one that CHROME_PATH names, else one on the PATH or in its usual place. */
function browserOfTheMachine(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...(process.env.CHROME_PATH === undefined ? [] : [process.env.CHROME_PATH]),
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...usualPlaces,
  ];
  return candidates.find(isThere);
}

/**
 * The Chromium that an npm package ships, for machines that have none.
 * It brings the system libraries it needs, but looks for them only where it takes itself to be in a function service.
 */
async function browserOfThePackage(): Promise<string> {
  process.env.AWS_EXECUTION_ENV ??= `AWS_Lambda_nodejs${process.versions.node.split('.')[0] ?? ''}.x`;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** The Chromium to use: the machine's own where it has one, else the packaged one, unpacked at its first use. */
export async function findBrowser(): Promise<string> {
  return browserOfTheMachine() ?? (await browserOfThePackage());
}

/** Opens a headless Chromium. It asks no other host for anything. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    // Without a UTF-8 locale Chromium cannot name a download in Chinese.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--headless=shell',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
