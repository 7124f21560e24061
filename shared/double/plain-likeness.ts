import { comparedText } from '../ground/compared-text';
import type { PlainKindName, PlainRecordOf } from '../record/plain-kinds';
import { coreOfHost, nameLikeness, tellApart, type DoubleSign, type Likeness } from './doubles';
import { coreOfName } from './event-name';

/** What the likeness of two policies is judged by. */
type ComparablePolicy = Pick<PlainRecordOf['policy'], 'name' | 'issuer' | 'issuedOn' | 'documentNumber'>;
/** What the likeness of two showcases is judged by. */
type ComparableShowcase = Pick<PlainRecordOf['showcase'], 'name' | 'holder' | 'city'>;

/** How like names must be where the date or the holder agrees as well. */
const enough = 0.75;

/** A date that is known to the month only is not another than a day in it. */
function isSameDate(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function isSameHolder(one: string, other: string): boolean {
  const [first, second] = [coreOfHost(one), coreOfHost(other)];
  return first !== '' && (first === second || first.includes(second) || second.includes(first));
}

function likeness(name: number, isDouble: boolean, signs: readonly (DoubleSign | null)[]): Likeness {
  return {
    isDouble,
    signs: signs.filter((sign) => sign !== null),
    name: Math.round(name * 100) / 100,
  };
}

/**
 * Whether two policies may be one that two units report (同一份文件): the same document number, or a near-same name with the same date.
 * Two numbers that both are given and differ are two policies.
 */
function likenessOfPolicies(one: ComparablePolicy, other: ComparablePolicy): Likeness {
  const [number, otherNumber] = [comparedText(one.documentNumber), comparedText(other.documentNumber)];
  const isBothNumbered = number !== '' && otherNumber !== '';
  const isSameNumber = isBothNumbered && number === otherNumber;
  const name = nameLikeness(one.name, other.name);
  const isLikelyName = name >= enough && !tellApart(one.name, other.name);
  const isOnOneDate = isSameDate(one.issuedOn, other.issuedOn);
  const isDouble = isSameNumber || (!isBothNumbered && isLikelyName && isOnOneDate);
  return likeness(name, isDouble, [
    name >= enough ? 'name' : null,
    isSameNumber ? 'number' : null,
    isOnOneDate ? 'date' : null,
    isSameHolder(one.issuer, other.issuer) ? 'issuer' : null,
  ]);
}

/** Whether two showcases may be one: a near-same name of the same enterprise, team or person; or the very same name. */
function likenessOfShowcases(one: ComparableShowcase, other: ComparableShowcase): Likeness {
  const name = nameLikeness(one.name, other.name);
  const isHeldByOne = isSameHolder(one.holder, other.holder);
  const isOneName = coreOfName(one.name) !== '' && coreOfName(one.name) === coreOfName(other.name);
  const isLikelyName = name >= enough && !tellApart(one.name, other.name);
  return likeness(name, (isLikelyName && isHeldByOne) || (isOneName && one.city === other.city), [
    name >= enough ? 'name' : null,
    isHeldByOne ? 'holder' : null,
    one.city === other.city ? 'city' : null,
  ]);
}

/** How alike two records of each plain kind are. */
export const plainLikeness: {
  readonly [Kind in PlainKindName]: (one: PlainRecordOf[Kind], other: PlainRecordOf[Kind]) => Likeness;
} = { policy: likenessOfPolicies, showcase: likenessOfShowcases };
