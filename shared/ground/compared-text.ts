/** A text as far as it tells two things apart: one width, one case, no spaces, no punctuation (粤府［2018］1号 is 粤府〔2018〕1号). */
export function comparedText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
