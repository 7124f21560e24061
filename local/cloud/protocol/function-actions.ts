import { invalidParameter } from '../cloud-error';
import { isPlainObject } from '../database/document';
import type { FunctionRunner } from '../functions/function-runner';
import { type Action, optionalTextField, textField } from './request-fields';

/** The action of `cloud.callFunction()`: the callee runs as whoever called the caller. */
export function functionActions(runner: FunctionRunner): Record<string, Action> {
  return {
    'functions.invokeFunction': async (request) => {
      const { source, openid, depth, databaseCalls } = request.invocation;
      const result = await runner.run({
        name: textField(request, 'function_name'),
        event: readEvent(optionalTextField(request, 'request_data') ?? '{}'),
        source: `${source},scf`,
        depth: depth + 1,
        databaseCalls,
        ...(openid === undefined ? {} : { openid }),
      });
      return { data: { response_data: result } };
    },
  };
}

function readEvent(text: string): Record<string, unknown> {
  const event: unknown = JSON.parse(text);
  if (!isPlainObject(event)) throw invalidParameter('the data of a function call is an object');
  return event;
}
