import { startUpload } from '#shared/contract/record/start-upload';
import { onRead } from '../../entry/handler';
import { newUploadPath } from '../../store/record/uploads';

export const startUploadHandler = onRead(startUpload, ({ purpose }, { caller }) =>
  Promise.resolve({ path: newUploadPath(caller.openid, purpose) }),
);
