import type { CloudMember } from '../../wx-members';
import { askLocalCloud } from '../server/ask-local-cloud';
import type { People } from '../server/person';
import { apiCall } from './api-call';
import { ApiError } from './api-error';
import type { TemporaryFiles } from './temporary-files';

interface TempUrl {
  fileID: string;
  tempFileURL: string;
  status: number;
  errMsg: string;
}

/** `wx.cloud`, spoken to the local server that stands in for CloudBase. */
export class Cloud {
  constructor(
    private readonly people: People,
    private readonly files: TemporaryFiles,
  ) {}

  api(): Record<CloudMember, unknown> {
    return {
      init: () => undefined,
      callFunction: apiCall('cloud.callFunction', (options: { name: string; data?: unknown }) =>
        this.callFunction(options),
      ),
      uploadFile: apiCall('cloud.uploadFile', (options: { cloudPath: string; filePath: string }) =>
        this.upload(options),
      ),
    };
  }

  /** The address of a stored file, for images. */
  async addressOf(fileId: string): Promise<string> {
    const [file] = await this.tempUrls([fileId]);
    if (file?.status !== 0 || file.tempFileURL === '') throw new Error(file?.errMsg ?? 'file not found');
    return file.tempFileURL;
  }

  private async callFunction({
    name,
    data = {},
  }: {
    name: string;
    data?: unknown;
  }): Promise<{ result: unknown; requestID: string }> {
    const api = 'cloud.callFunction';
    const reply = (await this.post(api, '/local/call', {
      function: name,
      data,
      as: this.people.current,
    })) as {
      result?: unknown;
      error?: { errCode: number; errMsg: string };
    };
    if (reply.error)
      throw new ApiError(`${api}:fail ${reply.error.errMsg}`, { errCode: reply.error.errCode });
    return { result: reply.result, requestID: '' };
  }

  private async tempUrls(fileList: string[]): Promise<TempUrl[]> {
    const reply = await this.post('cloud.getTempFileURL', '/local/temp-urls', {
      fileList,
      as: this.people.current,
    });
    return (reply as { fileList: TempUrl[] }).fileList;
  }

  private async upload({ cloudPath, filePath }: { cloudPath: string; filePath: string }): Promise<object> {
    const api = 'cloud.uploadFile';
    const body = await this.files.blob(filePath);
    const query = new URLSearchParams({ path: cloudPath, as: this.people.current });
    const reply = await request(api, `/local/upload?${query.toString()}`, { method: 'POST', body });
    return { ...(reply as { fileID: string }), statusCode: 200 };
  }

  private post(api: string, path: string, body: unknown): Promise<unknown> {
    return request(api, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
}

async function request(api: string, path: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await askLocalCloud(path, init);
  } catch (cause) {
    throw new ApiError(`${api}:fail request:fail`, { errCode: -404011, cause });
  }
  const text = await response.text();
  let reply: unknown;
  try {
    reply = JSON.parse(text);
  } catch (cause) {
    throw new ApiError(`${api}:fail ${String(response.status)}`, { errCode: -1, cause });
  }
  const { error } = (reply ?? {}) as { error?: { errCode?: number; errMsg?: string } };
  if (!response.ok && !error) throw new ApiError(`${api}:fail ${String(response.status)}`, { errCode: -1 });
  return reply;
}
