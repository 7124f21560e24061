import { z } from '#shared/zod';
import { cloud } from '../../cloudfunctions/platform/cloud';

const asked = z.object({ doing: z.enum(['read', 'write']), id: z.string(), document: z.unknown() });

/**
 * One read or one write of one document through wx-server-sdk, and how long it took: what every action is measured against.
 * A cloud function of the benchmark alone, beside the product's; it is built when the benchmark starts and never deployed.
 */
export async function main(event: unknown): Promise<{ ms: number }> {
  const { doing, id, document } = asked.parse(event);
  const kept = cloud.database().collection('bench').doc(id);
  const from = performance.now();
  if (doing === 'read') await kept.get();
  else await kept.set({ data: { document } });
  return { ms: performance.now() - from };
}
