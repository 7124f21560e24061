/** What the build hands to the browser: the mini-program's configuration, templates and scripts. */

export interface PageConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: 'black' | 'white';
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  disableScroll?: boolean;
}

interface TabConfig {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export interface TabBarConfig {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: 'black' | 'white';
  list: TabConfig[];
}

export interface AppConfig {
  entryPage: string;
  window: PageConfig;
  tabBar?: TabBarConfig;
}

/** A page or component: its path without extension, and what its JSON says. */
export interface ComponentManifest {
  path: string;
  isPage: boolean;
  usingComponents: Record<string, string>;
  styleIsolation: 'isolated' | 'apply-shared' | 'shared';
  /** The class prefix of its style sheet; absent when its rules apply everywhere. */
  styleScope?: string;
  /** The window settings of a page. */
  window?: PageConfig;
}

/** What compiled WXS scripts and templates call back into. */
export interface TemplateRuntime {
  constructorName(value: unknown): string;
  tagScript(exports: unknown): void;
  wrapEventListener(...args: unknown[]): unknown;
  /** WXS's `getDate`: the phone's clock, not the computer's. */
  getDate(...args: unknown[]): Date;
}

export interface PhoneManifest {
  config: AppConfig;
  components: ComponentManifest[];
  createTemplates(runtime: TemplateRuntime): Record<string, unknown>;
  /** Runs app.js. */
  runApp(): void;
  /** One function a page or component, which runs its script. */
  scripts: Record<string, () => void>;
}
