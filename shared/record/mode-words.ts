import { attendanceMode, type AttendanceMode } from './activity';

/** How an activity is held, as printed (举办方式). */
export const modeWords: Record<AttendanceMode, string> = {
  offline: '线下',
  online: '线上',
  both: '线上线下结合',
};

/** A mode's key in words; a key that is none is printed as it is. */
export function modeLabel(key: string): string {
  const mode = attendanceMode.safeParse(key);
  return mode.success ? modeWords[mode.data] : key;
}
