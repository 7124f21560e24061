import type { People } from '../server/person';
import { apiCall } from './api-call';

/** `wx.setStorage` and its kin. Every demo person has a storage of their own, as on a phone of their own. */
export function storageApi(people: People) {
  const prefix = () => `phone:storage:${people.current}:`;
  const keys = () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix()))
      .map((key) => key.slice(prefix().length));
  const read = (key: string): unknown => {
    const text = localStorage.getItem(prefix() + key);
    return text === null ? undefined : (JSON.parse(text) as { data?: unknown }).data;
  };
  const write = (key: string, data: unknown) => {
    localStorage.setItem(prefix() + key, JSON.stringify({ data }));
  };
  const remove = (key: string) => {
    localStorage.removeItem(prefix() + key);
  };
  const clear = () => {
    for (const key of keys()) remove(key);
  };
  const info = () => ({ keys: keys(), currentSize: 1, limitSize: 10_240 });
  return {
    getStorageSync: (key: string) => read(key) ?? '',
    setStorageSync: write,
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: info,
    getStorage: apiCall('getStorage', ({ key }: { key: string }) => {
      const data = read(key);
      if (data === undefined) throw new Error('data not found');
      return { data };
    }),
    setStorage: apiCall('setStorage', ({ key, data }: { key: string; data: unknown }) => {
      write(key, data);
    }),
    removeStorage: apiCall('removeStorage', ({ key }: { key: string }) => {
      remove(key);
    }),
    clearStorage: apiCall('clearStorage', clear),
    getStorageInfo: apiCall('getStorageInfo', info),
  };
}
