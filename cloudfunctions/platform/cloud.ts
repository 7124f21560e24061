import cloud from 'wx-server-sdk';

/** The environment the function is deployed in; the shipped types do not know the SDK's own constant for it. */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

export { cloud };
