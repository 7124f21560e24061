/**
 * Makes an unexpected warning or error on the console fail the test that caused it. A test that expects one replaces the
 * method with `jest.spyOn(console, …).mockImplementation(…)` and looks at the calls.
 */
const watched = ['warn', 'error'] as const;
const written: string[] = [];

for (const level of watched) {
  const write = console[level].bind(console);
  console[level] = (...values: unknown[]) => {
    written.push(`console.${level}: ${values.map(String).join(' ')}`);
    write(...values);
  };
}

afterEach(() => {
  const unexpected = written.splice(0);
  if (unexpected.length > 0) throw new Error(`Unexpected output:\n${unexpected.join('\n')}`);
});
