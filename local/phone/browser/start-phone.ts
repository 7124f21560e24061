import * as glassEasel from 'glass-easel';
import type { PhoneManifest } from '../manifest';
import { AppInstance } from './app-instance';
import { registerElements } from './elements/register-elements';
import { FontSize } from './font-size';
import { ComponentModel } from './model/component-model';
import { TouchEvents } from './model/touch-events';
import { OutsideBar } from './outside-bar';
import { PageStack } from './pages/page-stack';
import { People } from './server/person';
import { SimulatedClock } from './server/simulated-clock';
import { copyLinkOnShare } from './share';
import { Cloud } from './wx/cloud';
import { createWx } from './wx/create-wx';
import { TemporaryFiles } from './wx/temporary-files';

/** Warnings about things that are right in WeChat too. */
const QUIET_WARNINGS =
  /not a valid event binding or slot value|is not a valid property|target of relation|for-list|Invalid list|keys? (is|are) not unique|some of them are not unique|fields.*not unique/i;

/** Starts the phone: server state first, then the mini-program's scripts, then its first page. */
export function startPhone(manifest: PhoneManifest): void {
  run(manifest).catch((error: unknown) => {
    reportError(error);
    document.body.append('这个页面没能启动，请重新载入。');
  });
}

async function run(manifest: PhoneManifest): Promise<void> {
  const clock = new SimulatedClock();
  const people = new People();
  const isServerThere = await readServer(clock, people);
  clock.install();

  const screen = document.createElement('main');
  screen.className = 'phone-screen';
  const fontSize = new FontSize();
  const bar = new OutsideBar({ clock, people, fontSize, isServerThere });
  document.body.append(bar.element, screen);

  const app = new AppInstance();
  reportFaults(app);
  const model = new ComponentModel();
  const files = new TemporaryFiles();
  const cloud = new Cloud(people, files);
  const pages = new PageStack(manifest.config, manifest.components, model, screen);
  const wx = createWx({
    screen,
    people,
    fontSize,
    files,
    cloud,
    pages: () => pages,
    hasTabBar: () => manifest.config.tabBar !== undefined,
  });
  registerElements(model.space, {
    screen,
    systemFontSizePx: () => fontSize.setting,
    resolveCloudFile: (fileId) => cloud.addressOf(fileId),
  });
  copyLinkOnShare(screen, () => pages);
  new TouchEvents(screen, model.backend).listen();

  Object.assign(globalThis, model.constructors(), {
    wx,
    App: (definition: Record<string, unknown>) => {
      app.define(definition);
    },
    getApp: () => app.app,
    getCurrentPages: () => pages.currentPages(),
  });
  const route = pages.startRoute();
  manifest.runApp();
  model.load(manifest);
  app.launch(route);
  pages.start(route);
}

async function readServer(clock: SimulatedClock, people: People): Promise<boolean> {
  try {
    await Promise.all([clock.read(), people.read()]);
    return true;
  } catch {
    return false;
  }
}

/** Everything that goes wrong in the mini-program ends up on the console, where tests look. */
function reportFaults(app: AppInstance): void {
  glassEasel.addGlobalErrorListener((error, method) => {
    console.error(
      `${method ?? ''} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return false;
  });
  glassEasel.addGlobalWarningListener((message) => !QUIET_WARNINGS.test(message));
  window.addEventListener('error', (event) => {
    app.reportError(event.message);
  });
  window.addEventListener('unhandledrejection', (event) => {
    const reason: unknown = event.reason;
    const text =
      reason instanceof Error
        ? (reason.stack ?? reason.message)
        : String((reason as { errMsg?: string }).errMsg ?? reason);
    console.error(`Unhandled rejection: ${text}`);
    app.reportError(text);
  });
}
