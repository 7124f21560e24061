export interface PickerColumn {
  label: string;
  options: string[];
  selected: number;
}

/**
 * A sheet with one list a column. `onColumn` is told of every choice and may answer other columns. Resolves with the
 * chosen positions, or undefined when it was cancelled.
 */
export function showPickerSheet(
  screen: HTMLElement,
  title: string,
  columns: PickerColumn[],
  onColumn: (column: number, selected: number) => void,
): { result: Promise<number[] | undefined>; setColumns(columns: PickerColumn[]): void } {
  const before = document.activeElement;
  const mask = document.createElement('div');
  mask.className = 'phone-mask phone-mask-bottom';
  const sheet = document.createElement('div');
  sheet.className = 'phone-picker';
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-label', title || '请选择');
  const bar = document.createElement('div');
  bar.className = 'phone-picker-bar';
  const lists = document.createElement('div');
  lists.className = 'phone-picker-lists';
  sheet.append(bar, lists);
  mask.append(sheet);
  const selects: HTMLSelectElement[] = [];

  const setColumns = (next: PickerColumn[]) => {
    next.forEach(({ label, options, selected }, index) => {
      let select = selects[index];
      if (!select) {
        select = document.createElement('select');
        select.size = 6;
        select.setAttribute('aria-label', label);
        select.addEventListener('change', () => {
          onColumn(index, selects[index]?.selectedIndex ?? 0);
        });
        selects.push(select);
        lists.append(select);
      }
      select.replaceChildren(
        ...options.map((text) => {
          const option = document.createElement('option');
          option.textContent = text;
          return option;
        }),
      );
      select.selectedIndex = Math.min(Math.max(selected, 0), options.length - 1);
    });
  };
  setColumns(columns);
  screen.append(mask);

  const result = new Promise<number[] | undefined>((resolve) => {
    const close = (answer: number[] | undefined) => {
      mask.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(answer);
    };
    const addButton = (text: string, action: () => void) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = text;
      button.addEventListener('click', action);
      bar.append(button);
    };
    addButton('取消', () => {
      close(undefined);
    });
    const heading = document.createElement('span');
    heading.textContent = title;
    bar.append(heading);
    addButton('确定', () => {
      close(selects.map((select) => select.selectedIndex));
    });
    mask.addEventListener('click', (event) => {
      if (event.target === mask) close(undefined);
    });
    mask.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close(undefined);
    });
    selects[0]?.focus({ preventScroll: true });
  });
  return { result, setColumns };
}
