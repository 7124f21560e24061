/** The parts of app.json that decide what a mini-program consists of. */
export interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  sitemapLocation?: string;
  themeLocation?: string;
}

/** The root folders of the subpackages, each with a slash at its end, as they begin the paths of their files. */
export function subpackageRoots(app: AppConfig): string[] {
  return (app.subPackages ?? []).map(({ root }) => `${root.replace(/^\/|\/$/g, '')}/`);
}

/** Paths of all pages, without extension. */
export function pagePaths(app: AppConfig): string[] {
  const inSubpackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/^\/|\/$/g, '')}/${page}`),
  );
  return [...app.pages, ...inSubpackages];
}

/** The root of the subpackage that holds an output path, or the empty string for the main package. */
export function packageOf(app: AppConfig, outputPath: string): string {
  return subpackageRoots(app).find((root) => outputPath.startsWith(root)) ?? '';
}
