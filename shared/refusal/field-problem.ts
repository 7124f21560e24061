import type { z } from '../zod';
import type { FieldProblem } from './errors';
import { isProblem, type Problem } from './problems';

type Issue = z.core.$ZodIssue;

function problemOf(issue: Issue): { problem: Problem; limit: number | null } {
  const none = (problem: Problem) => ({ problem, limit: null });
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return { problem: 'too-short', limit: Number(issue.minimum) };
      return { problem: issue.origin === 'array' ? 'too-few' : 'too-small', limit: Number(issue.minimum) };
    case 'too_big':
      if (issue.origin === 'string') return { problem: 'too-long', limit: Number(issue.maximum) };
      return { problem: issue.origin === 'array' ? 'too-many' : 'too-large', limit: Number(issue.maximum) };
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return none('required');
      return none(issue.expected === 'int' ? 'not-whole' : 'wrong');
    case 'invalid_value':
      return none('not-a-choice');
    case 'invalid_format': {
      const field = String(issue.path.at(-1));
      if (/day$/i.test(field)) return none('not-a-date');
      return none(/time$/i.test(field) ? 'not-a-time' : 'wrong');
    }
    case 'unrecognized_keys':
      return none('unknown-field');
    case 'custom': {
      const problem: unknown = issue.params?.['problem'];
      if (isProblem(problem)) return none(problem);
      return none(/day$/i.test(String(issue.path.at(-1))) ? 'not-a-date' : 'wrong');
    }
    default:
      return none('wrong');
  }
}

/**
 * What a schema found wrong, one problem a field, the first one first.
 *
 * @example an empty name // [{ field: 'name', problem: 'too-short', limit: 4 }]
 */
export function fieldProblemsOf(error: z.ZodError): FieldProblem[] {
  const byField = new Map<string, FieldProblem>();
  for (const issue of error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    for (const key of keys) {
      const field = [...issue.path, ...(key === undefined ? [] : [key])].map(String).join('.');
      const known = byField.get(field);
      const { problem, limit } = problemOf(issue);
      // A whole number beyond every number breaks two bounds; the field's own comes last.
      if (known !== undefined && known.problem !== problem) continue;
      byField.set(field, { field: field.slice(0, 80), problem, limit });
    }
  }
  return [...byField.values()].slice(0, 50);
}
