import { servePush } from '../entry/serve-push';
import { recordPictureCheck } from './record-picture-check';

/** Takes what WeChat tells (消息推送): its only right is to record answers of the picture check. */
export const main = servePush({ wxa_media_check: recordPictureCheck });
