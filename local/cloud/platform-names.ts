/** The names under which this stand-in presents itself; none of them exists on the hosted platform. */
export const ENVIRONMENT_ID = 'local-cloud';
const BUCKET = '6c6f-local-cloud-0000000000';
export const APP_ID = 'wx0000000000000000';
export const REGION = 'local';

/** The file id of a cloud path, as the platform writes it. */
export const fileIdOf = (path: string): string => `cloud://${ENVIRONMENT_ID}.${BUCKET}/${path}`;

/** The cloud path inside a file id, or undefined when the id is not one of this environment. */
export function pathOfFileId(fileId: string): string | undefined {
  const match = /^cloud:\/\/([^./]+)(?:\.[^/]+)?\/(.+)$/s.exec(fileId);
  return match?.[1] === ENVIRONMENT_ID ? match[2] : undefined;
}
