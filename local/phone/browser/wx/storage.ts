import type { People } from '../server/person';

/** What is kept on the phone. Every demo person has a storage of their own, as on a phone of their own. */
export function storageApi(people: People) {
  const named = (key: string) => `phone:storage:${people.current}:${key}`;
  return {
    getStorageSync: (key: string): unknown => {
      const text = localStorage.getItem(named(key));
      return (text === null ? undefined : (JSON.parse(text) as { data?: unknown }).data) ?? '';
    },
    setStorageSync: (key: string, data: unknown) => {
      localStorage.setItem(named(key), JSON.stringify({ data }));
    },
    removeStorageSync: (key: string) => {
      localStorage.removeItem(named(key));
    },
  };
}
