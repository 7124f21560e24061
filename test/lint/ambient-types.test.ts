import { join } from 'node:path';
import ts from 'typescript';

interface Snippet {
  sentence: string;
  /** The folder whose tsconfig.json it is compiled with. */
  folder: string;
  code: string;
  /** What the compiler says; null when it has nothing to say. */
  objection: string | null;
}

const cloud = 'cloudfunctions/platform';
const page = 'miniprogram/pages/home';
const browser = 'local/phone/browser/model';

function unknownName(name: string): string {
  return `Cannot find name '${name}'`;
}

function without(name: string, folder: string, code: string): Snippet {
  return { sentence: `${name} is unknown in ${folder}`, folder, code, objection: unknownName(name) };
}
function withIts(name: string, folder: string, code: string): Snippet {
  return { sentence: `${name} is known in ${folder}`, folder, code, objection: null };
}

const toast = "void wx.showToast({ title: '' });";
const home = "export const home = process.env['HOME'];";
const title = 'export const { title } = document;';

const snippets: readonly Snippet[] = [
  without('wx', 'shared', toast),
  without('process', 'shared', home),
  without('document', 'shared', title),
  without('Buffer', 'shared', "export const bytes = Buffer.from('');"),
  without('describe', 'shared', "describe('', () => {});"),

  without('process', page, home),
  without('document', page, title),
  withIts('wx', page, toast),

  without('wx', cloud, toast),
  without('document', cloud, title),
  without('describe', cloud, "describe('', () => {});"),
  withIts('process', cloud, home),

  without('wx', 'local/cloud', toast),
  without('document', 'local/cloud', title),
  without('process', browser, home),
  withIts('document', browser, title),
  without('wx', 'scripts', toast),

  {
    sentence: 'a tap carries what its element does',
    folder: page,
    code: 'export const idOf = ({ currentTarget }: WechatMiniprogram.Tap<{ id: string }>): string => currentTarget.dataset.id;',
    objection: null,
  },
  {
    sentence: 'a tap carries nothing else',
    folder: page,
    code: 'export const idOf = ({ currentTarget }: WechatMiniprogram.Tap<{ id: string }>) => currentTarget.dataset.name;',
    objection: "Property 'name' does not exist",
  },
  {
    sentence: 'the SDK takes its own constant as the environment',
    folder: cloud,
    code: "import sdk from 'wx-server-sdk';\nsdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });",
    objection: null,
  },
  {
    sentence: 'a transaction writes a document by its id',
    folder: cloud,
    code: "import type { SdkTransaction } from 'wx-server-sdk';\nexport const keep = (open: SdkTransaction) => open.collection('units').doc('a').set({ data: {} });",
    objection: null,
  },
  {
    sentence: 'a transaction has no queries',
    folder: cloud,
    code: "import type { SdkTransaction } from 'wx-server-sdk';\nexport const find = (open: SdkTransaction) => open.collection('units').where({});",
    objection: "Property 'where' does not exist",
  },
];

/** npm runs the tests from the repository's root. */
const root = process.cwd();

function configOf(folder: string): ts.ParsedCommandLine {
  const file = ts.findConfigFile(join(root, folder), (path) => ts.sys.fileExists(path));
  if (file === undefined) throw new Error(`${folder} has no tsconfig.json`);
  const config = ts.getParsedCommandLineOfConfigFile(file, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic({ messageText }) {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  if (config === undefined) throw new Error(`${file} cannot be read`);
  return config;
}

/** Each file is parsed once for all the folders, with the same options for every one. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Compiles texts as if they were files, with what a folder's own files bring with them; the typings are checked too. */
function compile(
  { options, fileNames }: ts.ParsedCommandLine,
  texts: ReadonlyMap<string, string>,
): ts.Program {
  const ownOptions = { ...options, skipLibCheck: false };
  const disk = ts.createCompilerHost(ownOptions);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile(path, version) {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, version);
      if (!parsed.has(path)) parsed.set(path, disk.getSourceFile(path, version));
      return parsed.get(path);
    },
  };
  return ts.createProgram([...fileNames, ...texts.keys()], ownOptions, host);
}

function objectionsIn(program: ts.Program, path: string): string[] {
  const source = program.getSourceFile(path);
  if (source === undefined) throw new Error(`${path} is not compiled`);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
}

/** A folder's snippets, compiled together, each as a file of its own. */
function objectionsTo(some: readonly Snippet[], folder: string): { each: string[][]; ofTypings: string[] } {
  const texts = new Map(some.map(({ code }, index) => [join(root, folder, `virtual-${index}.ts`), code]));
  const config = configOf(folder);
  const program = compile(config, texts);
  const typings = config.fileNames.filter((path) => path.startsWith(join(root, 'typings/')));
  return {
    each: [...texts.keys()].map((path) => objectionsIn(program, path)),
    ofTypings: typings.flatMap((path) => objectionsIn(program, path)),
  };
}

const folders = [...new Set(snippets.map(({ folder }) => folder))];

describe.each(folders)('%s', (folder) => {
  const some = snippets.filter((each) => each.folder === folder);
  const found: { now?: ReturnType<typeof objectionsTo> } = {};

  beforeAll(() => {
    found.now = objectionsTo(some, folder);
  });

  test.each(some.map(({ sentence, objection }, index) => ({ sentence, objection, index })))(
    '$sentence',
    ({ objection, index }) => {
      const expected: unknown = objection === null ? [] : [expect.stringContaining(objection)];
      expect(found.now?.each[index]).toEqual(expected);
    },
  );

  test('its ambient types are sound', () => {
    expect(found.now?.ofTypings).toEqual([]);
  });
});
