import type { ElementContext, ElementDefinition, ElementView } from '../model/external-element';
import { PickerSheet, type PickerColumn } from '../overlays/picker-sheet';

type PickerValue = number | string | number[] | null;

interface PickerData {
  mode: 'selector' | 'multiSelector' | 'date' | 'time';
  range: unknown[];
  rangeKey: string;
  value: PickerValue;
  start: string;
  end: string;
  fields: 'year' | 'month' | 'day';
  disabled: boolean;
  headerText: string;
  name: string;
}

/** `<picker>`: a tap opens a sheet with lists. */
export function picker(screen: () => HTMLElement): ElementDefinition<PickerData> {
  return {
    tag: 'picker',
    properties: {
      mode: { type: String, value: 'selector' },
      range: { type: Array, value: [] },
      rangeKey: { type: String, value: '' },
      value: { type: null, value: '' },
      start: { type: String, value: '' },
      end: { type: String, value: '' },
      fields: { type: String, value: 'day' },
      disabled: { type: Boolean, value: false },
      headerText: { type: String, value: '' },
      name: { type: String, value: '' },
    },
    mount: (context) => new Picker(context, screen()),
  };
}

class Picker implements ElementView {
  private sheet: PickerSheet | undefined;
  private initial: PickerValue = '';

  constructor(
    private readonly context: ElementContext<PickerData>,
    private readonly screen: HTMLElement,
  ) {
    const { host } = context;
    host.setAttribute('role', 'button');
    host.setAttribute('aria-haspopup', 'dialog');
    host.tabIndex = 0;
  }

  update(changed?: ReadonlySet<string>): void {
    const { context } = this;
    if (!changed) this.initial = context.data.value;
    else if (context.data.mode === 'multiSelector') {
      this.sheet?.setColumns(KINDS.multiSelector.columns(context));
    }
  }

  activate(): void {
    if (!this.context.data.disabled && !this.sheet) void this.open();
  }

  formValue(): PickerValue {
    return this.context.data.value;
  }

  resetFormValue(): void {
    this.context.setData({ value: this.initial });
  }

  private async open(): Promise<void> {
    const { context } = this;
    const { mode, headerText } = context.data;
    const kind = KINDS[mode];
    const tellColumn = (column: number, value: number) => {
      if (mode === 'multiSelector') context.emit('columnchange', { column, value });
    };
    this.sheet = new PickerSheet(this.screen, headerText, kind.columns(context), tellColumn);
    const chosen = await this.sheet.result;
    this.sheet = undefined;
    if (!chosen) {
      context.emit('cancel');
      return;
    }
    const value = kind.value(context, chosen);
    context.setData({ value });
    context.emit('change', { value });
  }
}

interface PickerKind {
  columns(context: ElementContext<PickerData>): PickerColumn[];
  value(context: ElementContext<PickerData>, chosen: number[]): PickerValue;
}

const KINDS: Record<PickerData['mode'], PickerKind> = {
  selector: {
    columns: ({ data }) => [
      { label: '选项', options: labels(data.range, data.rangeKey), selected: Number(data.value) || 0 },
    ],
    value: (_context, [index = 0]) => index,
  },
  multiSelector: {
    columns: ({ data }) =>
      data.range.map((column, index) => ({
        label: `第${String(index + 1)}列`,
        options: labels(column as unknown[], data.rangeKey),
        selected: Array.isArray(data.value) ? Number(data.value[index]) || 0 : 0,
      })),
    value: (_context, chosen) => chosen,
  },
  time: {
    columns: ({ data }) => {
      const [hour = 0, minute = 0] = numbers(data.value);
      return [
        { label: '时', options: range(0, 23).map(pad), selected: hour },
        { label: '分', options: range(0, 59).map(pad), selected: minute },
      ];
    },
    value: ({ data }, [hour = 0, minute = 0]) => clamp(`${pad(hour)}:${pad(minute)}`, data.start, data.end),
  },
  date: {
    columns: ({ data }) => {
      const first = firstYear(data);
      const last = numbers(data.end)[0] ?? first + 100;
      const [year = new Date().getFullYear(), month = 1, day = 1] = numbers(data.value);
      const columns = [
        { label: '年', options: range(first, last).map(String), selected: year - first },
        { label: '月', options: range(1, 12).map(pad), selected: month - 1 },
        { label: '日', options: range(1, 31).map(pad), selected: day - 1 },
      ];
      return columns.slice(0, DATE_FIELDS[data.fields]);
    },
    value: ({ data }, [year = 0, month = 0, day = 0]) => {
      const fullYear = firstYear(data) + year;
      const lastDay = new Date(Date.UTC(fullYear, month + 1, 0)).getUTCDate();
      const parts = [String(fullYear), pad(month + 1), pad(Math.min(day + 1, lastDay))];
      return clamp(parts.slice(0, DATE_FIELDS[data.fields]).join('-'), data.start, data.end);
    },
  },
};

const DATE_FIELDS = { year: 1, month: 2, day: 3 };

function firstYear({ start, value }: PickerData): number {
  const [year] = numbers(start);
  return year ?? (numbers(value)[0] ?? new Date().getFullYear()) - 50;
}

function labels(items: unknown[], key: string): string[] {
  return items.map((item) => String(key === '' ? item : (item as Record<string, unknown>)[key]));
}

function numbers(value: PickerValue): number[] {
  return (String(value).match(/\d+/g) ?? []).map(Number);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function clamp(value: string, start: string, end: string): string {
  if (start !== '' && value < start) return start;
  return end !== '' && value > end ? end : value;
}
