import { startUpload } from '#shared/contract/start-upload';
import { onRead } from '../entry/handler';
import { newUploadPath } from '../store/uploads';

export const startUploadHandler = onRead(startUpload, ({ purpose }, { caller }) =>
  Promise.resolve({ path: newUploadPath(caller.openid, purpose) }),
);
