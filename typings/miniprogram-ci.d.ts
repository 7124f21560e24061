/**
 * The parts of WeChat's builder that its offline run uses. It ships types of its own, which do not fit each other where an optional
 * property has to be absent rather than undefined; a declared module takes their place.
 */
declare module 'miniprogram-ci' {
  class Project {
    constructor(options: { appid: string; type: 'miniProgram'; projectPath: string; privateKey: string });

    /** Asks WeChat's servers what this mini-program may be and have. */
    attr: () => Promise<{
      platform: boolean;
      appType: number;
      isSandbox: boolean;
      released: boolean;
      /** Sizes are in megabytes, of an icon in kilobytes. */
      setting: Record<string, number>;
    }>;
  }

  const builder: {
    Project: typeof Project;
    /** Compiles a project; each file of the result by its path. */
    getCompiledResult(options: {
      project: Project;
      version: string;
      setting: { useProjectConfig: boolean };
    }): Promise<Record<string, string | Buffer>>;
  };
  export default builder;
}
