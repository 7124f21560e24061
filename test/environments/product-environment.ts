import { TestEnvironment } from 'jest-environment-node';
import type { RunningProduct } from '../../scripts/browser/running-product';
import { startFreshProduct } from './product-host';

declare global {
  /** Starts the product for a test file, from the demo's beginning, in a process that goes on to the next file. */
  function startFreshProduct(): Promise<RunningProduct>;
}

/** Node, with a product for those test files that ask for it. */
export default class ProductEnvironment extends TestEnvironment {
  constructor(...[config, context]: ConstructorParameters<typeof TestEnvironment>) {
    super(config, context);
    this.global.startFreshProduct = startFreshProduct;
  }
}
