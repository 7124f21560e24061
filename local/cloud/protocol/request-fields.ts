import { invalidParameter } from '../cloud-error';
import { readEjson } from '../database/ejson';
import { isPlainObject } from '../database/document';
import type { Invocation } from '../functions/invocation';
import type { RequestOrder } from '../functions/request-order';

/** One request of the SDK: its fields, and the invocation its token stands for. */
export interface ActionRequest {
  fields: Readonly<Record<string, unknown>>;
  invocation: Invocation;
  order: RequestOrder;
}

/** What an action answers beside the request id. */
type ActionAnswer = Record<string, unknown>;

export type Action = (request: ActionRequest) => ActionAnswer | Promise<ActionAnswer>;

export function textField({ fields }: ActionRequest, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw invalidParameter(`${name} is missing`);
  return value;
}

export function optionalTextField({ fields }: ActionRequest, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberField({ fields }: ActionRequest, name: string): number | undefined {
  const value = fields[name];
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

export function listField({ fields }: ActionRequest, name: string): unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw invalidParameter(`${name} is not a list`);
  return value;
}

/** A field that holds the text of an object in extended JSON; absent or empty gives undefined. */
export function objectField(request: ActionRequest, name: string): Record<string, unknown> | undefined {
  const value = optionalTextField(request, name);
  return value === undefined ? undefined : readObject(value);
}

export function readObject(text: string): Record<string, unknown> {
  const value = readEjson(text);
  if (!isPlainObject(value)) throw invalidParameter('an object is expected');
  return value;
}
