/** Takes as much memory as asked for, in objects or in buffers, or answers with a text of a size. */
exports.main = async ({ objectsMegabytes = 0, buffersMegabytes = 0, replyBytes = 0 }) => {
  const kept = [];
  for (let n = 0; n < objectsMegabytes; n += 1) kept.push(new Array(131_072).fill(n + 0.5));
  for (let n = 0; n < buffersMegabytes; n += 1) kept.push(Buffer.alloc(1_048_576, n));
  await new Promise((resolve) => setTimeout(resolve, 50));
  return { kept: kept.length, text: 'x'.repeat(replyBytes) };
};
