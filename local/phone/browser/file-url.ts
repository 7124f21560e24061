/**
 * The address of a file that a page names: absolute from the mini-program's root, or relative to the folder of the
 * page or component. Addresses with a scheme stay as they are.
 */
export function fileUrl(path: string, ownerPath: string): string {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) return path;
  const origin = 'http://phone/';
  const base = path.startsWith('/') ? origin : new URL(ownerPath, origin).href;
  return `./files${new URL(path, base).pathname}`;
}
