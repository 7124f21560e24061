import { LocalCloudError } from '../local-cloud-error';

const DEPLOYED_VALUE = /^\{\{env\.(\w+)\}\}$/;

/**
 * The variables a function is deployed with: those `cloudbaserc.json` names for it and no others. A value `{{env.NAME}}` is
 * the deployment's; where the deployment has none, the variable is absent.
 *
 * @throws LocalCloudError `declaration-invalid` for a time zone of its own, which a thread cannot have
 */
export function deployedEnvironment(
  functionName: string,
  variables: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, string>>,
): Record<string, string> {
  if ('TZ' in variables) {
    throw new LocalCloudError(
      'declaration-invalid',
      `云函数 ${functionName} 在 cloudbaserc.json 里设置了 TZ。本地云的云函数只按 UTC 运行，请去掉 TZ，在代码里换算时间。`,
    );
  }
  const environment: Record<string, string> = {};
  for (const [name, written] of Object.entries(variables)) {
    const deployed = DEPLOYED_VALUE.exec(written)?.[1];
    const value = deployed === undefined ? written : settings[deployed];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
