export interface PickerColumn {
  label: string;
  options: string[];
  selected: number;
}

/** A sheet over the screen with one list a column. Escape and a click beside it cancel; the focus returns to where it was. */
export class PickerSheet {
  /** The chosen positions, or undefined when it was cancelled. */
  readonly result: Promise<number[] | undefined>;
  private readonly before = document.activeElement;
  private readonly mask = document.createElement('div');
  private readonly lists = document.createElement('div');
  private readonly selects: HTMLSelectElement[] = [];

  /** `onColumn` is told of every choice, and whoever asked may set other columns then. */
  constructor(
    screen: HTMLElement,
    title: string,
    columns: PickerColumn[],
    private readonly onColumn: (column: number, selected: number) => void,
  ) {
    this.mask.className = 'phone-mask phone-mask-bottom';
    this.lists.className = 'phone-picker-lists';
    this.setColumns(columns);
    this.result = new Promise((resolve) => {
      this.mask.append(
        this.makeSheet(title, (answer) => {
          this.close();
          resolve(answer);
        }),
      );
    });
    screen.append(this.mask);
    this.selects[0]?.focus({ preventScroll: true });
  }

  setColumns(columns: PickerColumn[]): void {
    columns.forEach(({ label, options, selected }, index) => {
      const select = this.selects[index] ?? this.addSelect(label, index);
      select.replaceChildren(...options.map((text) => new Option(text)));
      select.selectedIndex = Math.min(Math.max(selected, 0), options.length - 1);
    });
  }

  private addSelect(label: string, index: number): HTMLSelectElement {
    const select = document.createElement('select');
    select.size = 6;
    select.setAttribute('aria-label', label);
    select.addEventListener('change', () => {
      this.onColumn(index, select.selectedIndex);
    });
    this.selects.push(select);
    this.lists.append(select);
    return select;
  }

  private makeSheet(title: string, answer: (chosen: number[] | undefined) => void): HTMLElement {
    const sheet = document.createElement('div');
    sheet.className = 'phone-picker';
    sheet.setAttribute('role', 'dialog');
    sheet.setAttribute('aria-label', title || '请选择');
    const cancel = () => {
      answer(undefined);
    };
    const heading = document.createElement('span');
    heading.textContent = title;
    const bar = document.createElement('div');
    bar.className = 'phone-picker-bar';
    bar.append(
      button('取消', cancel),
      heading,
      button('确定', () => {
        answer(this.selects.map((select) => select.selectedIndex));
      }),
    );
    sheet.append(bar, this.lists);
    this.mask.addEventListener('click', (event) => {
      if (event.target === this.mask) cancel();
    });
    this.mask.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') cancel();
    });
    return sheet;
  }

  private close(): void {
    this.mask.remove();
    if (this.before instanceof HTMLElement) this.before.focus({ preventScroll: true });
  }
}

function button(text: string, action: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', action);
  return element;
}
