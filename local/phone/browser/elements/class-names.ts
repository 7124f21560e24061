import type { GlassComponent } from '../model/glass';

interface ClassResolver {
  _$resolvePrefixes(name: string, callback: (scope: number | undefined, name: string) => void): void;
  _$prefixManager?: { queryName(scope: number): string | undefined };
}

/** Class names given as a property, such as `placeholder-class`, as the owner's style sheet knows them. */
export function classNamesOf(component: GlassComponent, names: string): string {
  const resolver = component.classList as unknown as ClassResolver | null;
  if (!resolver) return names;
  const resolved: string[] = [];
  for (const name of names.split(/\s+/)) {
    if (name === '') continue;
    resolver._$resolvePrefixes(name, (scope, plain) => {
      const prefix = scope === undefined ? undefined : resolver._$prefixManager?.queryName(scope);
      resolved.push(prefix ? `${prefix}--${plain}` : plain);
    });
  }
  return resolved.join(' ');
}
