import { bigEndianAt, textAt } from './read-bytes';

/** The tags of a colour profile that say what colours are, or what the profile is called. */
const knownTags = new Set([
  ...['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC', 'kTRC', 'wtpt', 'bkpt', 'chad', 'chrm', 'cicp', 'lumi'],
  ...['A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2', 'gamt', 'meas', 'tech', 'view'],
  ...['desc', 'cprt', 'dmnd', 'dmdd', 'vued'],
]);

const headerLength = 128;
const entryLength = 12;
const tableStart = headerLength + 4;
/** Parts begin at multiples of four bytes. */
const longestPadding = 3;

/**
 * Whether a colour profile (ICC) is made as the standard says and holds nothing else: its own length, known tags, and no
 * byte that no tag names. Any other could carry a stranger's notes.
 */
export function isPlainProfile(profile: Uint8Array): boolean {
  if (bigEndianAt(profile, 0, 4) !== profile.length || textAt(profile, 36, 4) !== 'acsp') return false;
  const count = bigEndianAt(profile, headerLength, 4);
  const tableEnd = tableStart + count * entryLength;
  if (count === 0 || tableEnd > profile.length) return false;
  const parts: { start: number; end: number }[] = [];
  for (let entry = tableStart; entry < tableEnd; entry += entryLength) {
    const start = bigEndianAt(profile, entry + 4, 4);
    if (!knownTags.has(textAt(profile, entry, 4)) || start < tableEnd) return false;
    parts.push({ start, end: start + bigEndianAt(profile, entry + 8, 4) });
  }
  return isCovered(parts, tableEnd, profile.length);
}

/** Whether parts, which may be shared, leave no gap but padding between two places. */
function isCovered(parts: { start: number; end: number }[], from: number, to: number): boolean {
  let at = from;
  for (const { start, end } of [...parts].sort((one, other) => one.start - other.start)) {
    if (start - at > longestPadding || end > to) return false;
    at = Math.max(at, end);
  }
  return to - at <= longestPadding;
}
