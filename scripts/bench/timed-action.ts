import type { Action, AnyAction } from '#shared/contract/action';
import type { z } from '#shared/zod';
import type { Request } from './bench-cloud';
import type { ActionName } from '#shared/access/actions';

/** An action to be timed. */
export interface TimedAction {
  contract: AnyAction;
  /** Makes what the next round needs, untimed, and gives the request. */
  stage: () => Request | Promise<Request>;
  /** At most so many rounds, where a stage is long or can only be set so often. */
  most: number;
}

/** A request of a contract's shape. */
interface Requested<Input extends z.ZodType> extends Request {
  input: z.input<Input>;
}

/** Declares how an action is timed: its next request, of the contract's own shape. */
export function timed<Input extends z.ZodType, Reply extends z.ZodType>(
  contract: Action<ActionName, Input, Reply>,
  stage: () => Requested<Input> | Promise<Requested<Input>>,
  most = Infinity,
): TimedAction {
  return { contract, stage, most };
}

/** The same request in every round. */
export function always<Input extends z.ZodType, Reply extends z.ZodType>(
  as: string,
  contract: Action<ActionName, Input, Reply>,
  input: z.input<Input>,
  most = Infinity,
): TimedAction {
  return timed(contract, () => ({ as, input }), most);
}
