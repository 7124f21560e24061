const spacesAndDots = /[\s·•・‧∙⋅]/gu;
/** What takes no room or leaves it blank: fillers, joiners, the empty braille cell. */
const blanks = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * A name without what people type differently (比对用的名称): width, spaces, the dots · • ・, small or capital letters. Names are
 * compared by it everywhere.
 *
 * @example plainName('ＡＢＣ・双创 基地') // 'abc双创基地'
 */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(spacesAndDots, '').replace(blanks, '').toLowerCase();
}

/** Whether a text, as a name, shows nothing: then it is none. */
export function showsNothing(name: string): boolean {
  return plainName(name) === '';
}
