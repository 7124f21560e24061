import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/**
 * Lints snippets as if they were files of the project: JSON in by stdin, the rules that object by stdout.
 * A process of its own, because jest cannot load the configuration, which is an ES module.
 * Rules that need types are off: a file that does not exist has none.
 */
const snippets = JSON.parse(await text(process.stdin)) as { file: string; code: string }[];
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
const found: string[][] = [];
for (const { file, code } of snippets) {
  const [result] = await eslint.lintText(code, { filePath: file });
  found.push((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(found));
