let calls = 0;

/** Fails in the way asked for; otherwise tells how often this instance was called. */
exports.main = async ({ how }) => {
  calls += 1;
  if (how === 'throw') throw new TypeError('thrown on purpose');
  if (how === 'loop') for (;;);
  if (how === 'exit') process.exit(3);
  if (how === 'hang') await new Promise(() => undefined);
  if (how === 'reject') {
    Promise.reject(new Error('rejected on purpose'));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { calls };
};
