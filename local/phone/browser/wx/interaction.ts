import { showActionSheet } from '../overlays/action-sheet';
import { showModal, type ModalOptions } from '../overlays/modal';
import { hideToast, showToast, type ToastOptions } from '../overlays/toast';
import { apiCall } from './api-call';

/** Messages and questions over the page. */
export function interactionApi(screen: HTMLElement) {
  return {
    showToast: apiCall('showToast', (options: ToastOptions) => {
      showToast(screen, options);
    }),
    showLoading: apiCall('showLoading', ({ title, mask }: ToastOptions) => {
      showToast(screen, {
        title: title ?? '',
        icon: 'loading',
        duration: Infinity,
        ...(mask === undefined ? {} : { mask }),
      });
    }),
    hideLoading: apiCall('hideLoading', hideToast),
    showModal: apiCall('showModal', (options: ModalOptions) => showModal(screen, options)),
    showActionSheet: apiCall(
      'showActionSheet',
      async (options: { itemList: string[]; itemColor?: string }) => {
        const tapIndex = await showActionSheet(screen, options.itemList, options.itemColor);
        if (tapIndex < 0) throw new Error('cancel');
        return { tapIndex };
      },
    ),
  };
}
