/**
 * The names that were typed into one field, parted as people part them.
 *
 * @example namesIn('甲会、乙会，') // ['甲会', '乙会']
 */
export function namesIn(text: string): string[] {
  return text
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
