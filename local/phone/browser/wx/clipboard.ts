import { apiCall } from './api-call';

/** The clipboard that the phone shares with the computer. */
export function clipboardApi() {
  return {
    setClipboardData: apiCall('setClipboardData', async ({ data }: { data: string }) => {
      await copyText(data);
    }),
    getClipboardData: apiCall('getClipboardData', async () => ({
      data: await navigator.clipboard.readText(),
    })),
  };
}

/** The clipboard of browsers is open to secure pages only; a selected field works on the others. */
export async function copyText(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return;
    } catch {
      // The page may lack the permission; the older way below asks for none.
    }
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'phone-clipboard';
  document.body.append(field);
  field.select();
  const isCopied = (document as unknown as { execCommand(command: string): boolean }).execCommand('copy');
  field.remove();
  if (!isCopied) throw new Error('the browser refused');
}
