import type { StoredDocument } from './document';
import { isPlainObject } from './document';
import { runStages } from './mingo-context';

/** Cuts documents down to the fields a projection asks for. */
export function projectDocuments(
  documents: readonly StoredDocument[],
  projection: Record<string, unknown>,
): Record<string, unknown>[] {
  const entries = Object.entries(projection);
  const slices = entries.filter(([, value]) => isPlainObject(value) && '$slice' in value);
  const stages: Record<string, unknown>[] = [];
  if (slices.length > 0) {
    stages.push({
      $addFields: Object.fromEntries(slices.map(([field, value]) => [field, slice(field, value)])),
    });
  }
  const others = entries.filter((entry) => !slices.includes(entry));
  const isInclusive = others.some(([field, value]) => field !== '_id' && value !== 0 && value !== false);
  // A slice alone keeps the other fields; beside included fields it is one of them.
  const fields = isInclusive ? [...others, ...slices.map(([field]) => [field, 1] as const)] : others;
  if (fields.length > 0) stages.push({ $project: Object.fromEntries(fields) });
  return stages.length > 0 ? runStages(documents, stages) : [...documents];
}

const slice = (field: string, value: unknown): Record<string, unknown> => {
  const argument = (value as { $slice: unknown }).$slice;
  return { $slice: [`$${field}`, ...(Array.isArray(argument) ? (argument as unknown[]) : [argument])] };
};
