import * as glassEasel from 'glass-easel';
import { MiniProgramEnv, component as adapterComponent } from 'glass-easel-miniprogram-adapter';
import type { PhoneManifest, TemplateRuntime } from '../../manifest';
import { setPhoneAttribute, translateAttributes } from './attributes';
import { weChatBehaviors } from './wechat-behaviors';
import type { GlassComponent, GlassElement } from './glass';
import { nextFrame } from './next-frame';
import { createIntersectionObserver } from './intersection-observer';
import { PhoneBackend } from './phone-backend';
import { SelectorQuery } from './selector-query';
import { wrapMethod } from './wrap-method';
import { tagScript, wrapEventListener } from './script-events';

type Definition = Record<string, unknown> & { behaviors?: unknown[] };
type Content = (name: string) => (wrapper: TemplateWrapper, ...rest: unknown[]) => unknown;
type SetProperty = (element: GlassElement, name: string, value: unknown, ...rest: unknown[]) => void;

interface TemplateWrapper {
  r: SetProperty;
  setEventListenerWrapper(wrapper: TemplateRuntime['wrapEventListener']): void;
  isPhoneReady?: boolean;
}

/** WeChat's component model in the browser: definitions, templates, and the `ready` lifetime. */
export class ComponentModel {
  readonly backend = new PhoneBackend();
  private readonly env = new MiniProgramEnv();
  readonly codeSpace = this.env.createCodeSpace('app', true);
  readonly associated = this.env.associateBackend(this.backend);
  private readonly behaviors;
  private readonly afterReady = new WeakMap<GlassComponent, () => void>();
  private readonly waitingForReady: GlassComponent[] = [];
  private defining: string | undefined;

  constructor() {
    glassEasel.globalOptions.throwGlobalError = false;
    this.space.updateComponentOptions({ writeFieldsToNode: false });
    this.behaviors = weChatBehaviors(this.codeSpace);
    this.triggerReady();
    translateAttributes();
    completeMethods();
  }

  get space(): glassEasel.ComponentSpace {
    return this.codeSpace.getComponentSpace();
  }

  /** Registers configurations and templates, then runs every script, so that the first page can be created. */
  load(manifest: PhoneManifest): void {
    const templates = manifest.createTemplates({
      constructorName: (value) => Object.prototype.toString.call(value).slice(8, -1),
      tagScript,
      wrapEventListener,
      getDate: (...args) => new (Date as unknown as new (...args: unknown[]) => Date)(...args),
    }) as Record<string, Content>;
    for (const component of manifest.components) {
      const { path, styleScope } = component;
      this.codeSpace.addComponentStaticConfig(path, {
        component: !component.isPage,
        usingComponents: absolutePaths(component.usingComponents),
        styleIsolation: component.styleIsolation as never,
      });
      if (styleScope !== undefined) this.codeSpace.addStyleSheet(path, undefined, styleScope);
      const content = templates[path];
      if (!content) throw new Error(`${path} has no template`);
      this.codeSpace.addCompiledTemplate(path, {
        groupList: templates as never,
        content: prepareTemplate(content) as never,
        fallbackListenerOnNativeNode: true,
      });
    }
    for (const { path } of manifest.components) {
      this.defining = path;
      manifest.scripts[path]?.();
      this.checkDefined(path);
    }
  }

  /** The constructors that a mini-program finds as globals. */
  constructors(): Record<'Component' | 'Page' | 'Behavior', (definition: Definition) => unknown> {
    return {
      Component: (definition) =>
        this.codeSpace
          .component(this.takePath())
          .definition(this.resolveBehaviors(definition) as never)
          .register(),
      Page: (definition) =>
        this.codeSpace
          .component(this.takePath())
          .pageDefinition(this.resolveBehaviors(definition) as never)
          .register(),
      Behavior: (definition) =>
        this.codeSpace
          .behavior()
          .definition(this.resolveBehaviors(definition) as never)
          .register(),
    };
  }

  /** Calls back once, right after the `ready` of this component and of everything in it. */
  onceReady(component: GlassComponent, callback: () => void): void {
    this.afterReady.set(component, callback);
  }

  private checkDefined(path: string): void {
    if (this.defining !== undefined) throw new Error(`${path}.js calls neither Page() nor Component()`);
  }

  private takePath(): string {
    const path = this.defining;
    if (path === undefined) throw new Error('Page() or Component() was called outside the script of one');
    this.defining = undefined;
    return path;
  }

  private resolveBehaviors(definition: Definition): Definition {
    if (!definition.behaviors) return definition;
    const behaviors = definition.behaviors
      .filter((behavior) => behavior !== undefined && behavior !== null)
      .map((behavior) => (typeof behavior === 'string' ? this.behaviorNamed(behavior) : behavior));
    return Object.assign(definition, { behaviors });
  }

  private behaviorNamed(name: string): unknown {
    const behavior = this.behaviors.get(name);
    if (!behavior) throw new Error(`behavior ${name} is not supported in web`);
    return behavior;
  }

  /** Nobody else triggers `ready`: children come before parents, after layout. */
  private triggerReady(): void {
    const { waitingForReady, afterReady } = this;
    let isScheduled = false;
    const flush = () => {
      isScheduled = false;
      for (const component of waitingForReady.splice(0).reverse()) {
        component.triggerLifetime('ready', []);
        afterReady.get(component)?.();
        afterReady.delete(component);
      }
    };
    const behavior = this.space.defineBehavior({
      lifetimes: {
        attached() {
          waitingForReady.push((this as unknown as { _$: GlassComponent })._$);
          if (isScheduled) return;
          isScheduled = true;
          nextFrame(flush);
        },
      },
    });
    this.codeSpace.setOverallBehavior(behavior.general());
  }
}

/** The framework resolves references against the component's own folder; ours are already full. */
function absolutePaths(components: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(components).map(([tag, path]) => [tag, `/${path}`]));
}

/** Every template converts events, with or without scripts of its own, and accepts aria attributes everywhere. */
function prepareTemplate(content: Content): Content {
  return (name) => {
    const generate = content(name);
    if (typeof generate !== 'function') return generate;
    return (wrapper, ...rest) => {
      if (!wrapper.isPhoneReady) {
        wrapper.isPhoneReady = true;
        wrapper.r = withPhoneAttributes(wrapper.r);
      }
      wrapper.setEventListenerWrapper(wrapEventListener);
      return generate(wrapper, ...rest);
    };
  };
}

function withPhoneAttributes(setProperty: SetProperty): SetProperty {
  return (element, name, value, ...rest) => {
    const isAttribute = name === 'hidden' || name.startsWith('aria-');
    if (isAttribute && glassEasel.Component.isComponent(element)) {
      const property = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      if (!glassEasel.Component.hasProperty(element, property)) {
        setPhoneAttribute(element, name, value);
        return;
      }
    }
    setProperty(element, name, value, ...rest);
  };
}

/** Methods of pages and components that the adapter lacks or does differently from WeChat. */
function completeMethods(): void {
  const { prototype } = adapterComponent.ComponentCaller;
  wrapMethod(
    prototype,
    'triggerEvent',
    (_self, original, name: string, detail: unknown = {}, options: object = {}) => {
      original(name, detail, options);
    },
  );
  Object.assign(prototype, {
    createSelectorQuery(this: { _$: GlassComponent }) {
      return new SelectorQuery(this._$);
    },
    createIntersectionObserver(this: { _$: GlassComponent }, options?: object) {
      return createIntersectionObserver(this._$, options);
    },
  });
}
