import { apiCall } from './api-call';

interface NetworkStatus {
  isConnected: boolean;
  networkType: 'wifi' | 'none';
}

/** Whether the phone has a network, now and when that changes. */
export function networkApi() {
  const listeners = new Set<(status: NetworkStatus) => void>();
  const status = (): NetworkStatus => ({
    isConnected: navigator.onLine,
    networkType: navigator.onLine ? 'wifi' : 'none',
  });
  const tell = () => {
    for (const listener of listeners) listener(status());
  };
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return {
    getNetworkType: apiCall('getNetworkType', () => ({ networkType: status().networkType })),
    onNetworkStatusChange: (listener: (given: NetworkStatus) => void) => {
      listeners.add(listener);
    },
    offNetworkStatusChange: (listener?: (given: NetworkStatus) => void) => {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
  };
}
