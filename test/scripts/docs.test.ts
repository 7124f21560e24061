import { readFile } from 'node:fs/promises';
import { actions } from '#shared/access/actions';
import { errorDetails } from '#shared/refusal/errors';
import { allContracts } from '../../scripts/docs/contracts';
import { printedDocs } from '../../scripts/docs/printed-docs';

test.each(['docs/rights.md', 'docs/errors.md'])(
  '%s is what the code says now (npm run docs prints it)',
  async (file) => {
    expect(await readFile(file, 'utf8')).toBe(printedDocs().get(file));
  },
);

test('every row of the table of actions has one contract', async () => {
  const names = (await allContracts()).map(({ name }) => name);
  expect(names).toEqual(Object.keys(actions));
});

test('every action has a Chinese name of its own', () => {
  const names = Object.values(actions).map(({ title }) => title);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^\p{Script=Han}{3,}$/u);
});

test('every code of the table of errors is on its page', () => {
  const page = printedDocs().get('docs/errors.md');
  for (const code of Object.keys(errorDetails)) expect(page).toContain(`\`${code}\``);
});
