import { callSafely } from './pages/call-safely';
import type { Route } from './pages/route';

type Definition = Record<string, unknown>;

/** The one object that `App()` defines and `getApp()` answers. */
export class AppInstance {
  readonly app: Definition = {};

  define(definition: Definition): void {
    Object.assign(this.app, definition);
  }

  launch(route: Route): void {
    const options = { path: route.path, query: route.query, scene: 1001, referrerInfo: {} };
    callSafely(this.app, 'onLaunch', options);
    callSafely(this.app, 'onShow', options);
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) callSafely(this.app, 'onHide');
      else callSafely(this.app, 'onShow', options);
    });
  }

  reportError(message: string): void {
    if (typeof this.app.onError === 'function') callSafely(this.app, 'onError', message);
  }
}
