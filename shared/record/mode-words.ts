import type { AttendanceMode } from './activity';

/** How an activity is held, as printed (举办方式). */
export const modeWords: Record<AttendanceMode, string> = {
  offline: '线下',
  online: '线上',
  both: '线上线下结合',
};
