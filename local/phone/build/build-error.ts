/** A fault in the mini-program that the person who builds it can correct; its message names file and reason. */
export class PhoneBuildError extends Error {
  override name = 'PhoneBuildError';
}
