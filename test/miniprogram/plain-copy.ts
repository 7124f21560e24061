/** A value as it arrives on the other side of WeChat: as JSON carries it. */
export function plainCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
