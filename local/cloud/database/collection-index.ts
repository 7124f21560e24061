import { compareValues } from './compare-values';
import { keyOfId, type StoredDocument } from './document';
import { type FieldOrder, fieldValues } from './field-values';

/** An index as the build declares it. */
export interface IndexDeclaration {
  name: string;
  keys: FieldOrder;
  unique: boolean;
}

interface Entry {
  values: readonly unknown[];
  key: string;
  document: StoredDocument;
}

export interface Bound {
  value: unknown;
  inclusive: boolean;
}

/** A part of an index: equal values for its first fields, and bounds for the field after them. */
export interface IndexRange {
  equal: readonly unknown[];
  lower?: Bound;
  upper?: Bound;
}

/** The documents of a collection in the order of one index, kept as a sorted array. */
export class CollectionIndex {
  #entries: Entry[] = [];
  /** For each field, how many documents have several values there. */
  readonly #manyCounts: number[];

  constructor(readonly declaration: IndexDeclaration) {
    this.#manyCounts = declaration.keys.map(() => 0);
  }

  /**
   * Whether documents in order of the fields from a position on stand once each among equal values of the
   * fields before; where a document has several values, neither order nor bounds can be relied on.
   */
  isSingleFrom(position: number): boolean {
    return this.#manyCounts.slice(position).every((count) => count === 0);
  }

  /** Replaces the content; one sort is far cheaper than many insertions. */
  build(documents: Iterable<StoredDocument>): void {
    this.#entries = [];
    this.#manyCounts.fill(0);
    for (const document of documents) {
      for (const entry of this.#entriesOf(document, 1)) this.#entries.push(entry);
    }
    this.#entries.sort((left, right) => this.#compare(left, right));
  }

  add(document: StoredDocument): void {
    for (const entry of this.#entriesOf(document, 1)) {
      this.#entries.splice(
        this.#firstWhere((other) => this.#compare(other, entry) >= 0),
        0,
        entry,
      );
    }
  }

  remove(document: StoredDocument): void {
    for (const entry of this.#entriesOf(document, -1)) {
      const position = this.#firstWhere((other) => this.#compare(other, entry) >= 0);
      if (this.#entries[position]?.key === entry.key) this.#entries.splice(position, 1);
    }
  }

  /** How many entries a range has. */
  count(range: IndexRange): number {
    const [start, end] = this.#bounds(range);
    return end - start;
  }

  /** The documents of a range in index order, or backwards. */
  *scan(range: IndexRange, backwards: boolean): Generator<StoredDocument> {
    const [start, end] = this.#bounds(range);
    if (backwards) {
      for (let position = end - 1; position >= start; position -= 1) {
        const entry = this.#entries[position];
        if (entry) yield entry.document;
      }
    } else {
      for (let position = start; position < end; position += 1) {
        const entry = this.#entries[position];
        if (entry) yield entry.document;
      }
    }
  }

  #bounds(range: IndexRange): [start: number, end: number] {
    const start = this.#firstWhere((entry) => !this.#isBefore(entry, range));
    return [start, this.#firstWhere((entry) => this.#isAfter(entry, range))];
  }

  /** The distinct value lists under which a document stands. */
  valuesOf(document: StoredDocument): readonly (readonly unknown[])[] {
    return combinations(this.#fieldsOf(document));
  }

  /** The entries of a document that comes (1) or goes (-1). */
  #entriesOf(document: StoredDocument, coming: 1 | -1): Entry[] {
    const key = keyOfId(document._id);
    const fields = this.#fieldsOf(document);
    for (const [position, values] of fields.entries()) {
      if (values.length > 1) this.#manyCounts[position] = (this.#manyCounts[position] ?? 0) + coming;
    }
    return combinations(fields).map((values) => ({ values, key, document }));
  }

  /** For each field of the index, the distinct values a document has there. */
  #fieldsOf(document: StoredDocument): unknown[][] {
    return this.declaration.keys.map(([field]) => {
      const { values } = fieldValues(document, field);
      return values.filter(
        (value, index) => values.findIndex((other) => compareValues(value, other) === 0) === index,
      );
    });
  }

  #compare(left: Entry, right: Entry): number {
    const { keys } = this.declaration;
    for (let index = 0; index < keys.length; index += 1) {
      const difference = compareValues(left.values[index], right.values[index]);
      if (difference !== 0) return difference * (keys[index]?.[1] ?? 1);
    }
    return left.key < right.key ? -1 : left.key > right.key ? 1 : 0;
  }

  #compareEqual(entry: Entry, equal: readonly unknown[]): number {
    for (let index = 0; index < equal.length; index += 1) {
      const difference = compareValues(entry.values[index], equal[index]);
      if (difference !== 0) return difference * (this.declaration.keys[index]?.[1] ?? 1);
    }
    return 0;
  }

  #isBefore(entry: Entry, range: IndexRange): boolean {
    const difference = this.#compareEqual(entry, range.equal);
    if (difference !== 0) return difference < 0;
    const value = entry.values[range.equal.length];
    return this.#isAscending(range) ? isBelow(value, range.lower) : isAbove(value, range.upper);
  }

  #isAfter(entry: Entry, range: IndexRange): boolean {
    const difference = this.#compareEqual(entry, range.equal);
    if (difference !== 0) return difference > 0;
    const value = entry.values[range.equal.length];
    return this.#isAscending(range) ? isAbove(value, range.upper) : isBelow(value, range.lower);
  }

  #isAscending(range: IndexRange): boolean {
    return (this.declaration.keys[range.equal.length]?.[1] ?? 1) === 1;
  }

  /** Binary search; the condition must hold from some position on. */
  #firstWhere(condition: (entry: Entry) => boolean): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry && condition(entry)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Every way to take one value from each list. */
const combinations = (lists: readonly (readonly unknown[])[]): unknown[][] =>
  lists.reduce<unknown[][]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );

function isBelow(value: unknown, bound: Bound | undefined): boolean {
  if (!bound) return false;
  const difference = compareValues(value, bound.value);
  return bound.inclusive ? difference < 0 : difference <= 0;
}

function isAbove(value: unknown, bound: Bound | undefined): boolean {
  if (!bound) return false;
  const difference = compareValues(value, bound.value);
  return bound.inclusive ? difference > 0 : difference >= 0;
}
