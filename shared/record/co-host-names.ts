import type { Activity } from './activity';

/** The names of an activity's co-hosts (联合主办、协办), as they are printed. */
export function coHostNames({ coHosts }: Pick<Activity, 'coHosts'>): readonly string[] {
  return coHosts;
}
