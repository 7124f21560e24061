import { refuse } from '#shared/refusal/errors';
import { openDocument } from '../platform/document';

/** Fetches a file the cloud made and opens it; UNAVAILABLE when it could not be fetched or opened. */
export async function openFile(url: string, fileName: string): Promise<void> {
  try {
    await openDocument(url, fileName);
  } catch (cause) {
    console.info(`${fileName} could not be opened.`, cause);
    throw refuse('UNAVAILABLE', { requestId: '' });
  }
}
