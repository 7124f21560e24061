import type { FontSize } from './font-size';
import { fromGuangdong, toGuangdong } from './guangdong-time';
import type { People } from './server/person';
import type { SimulatedClock } from './server/simulated-clock';

interface Parts {
  clock: SimulatedClock;
  people: People;
  fontSize: FontSize;
  isServerThere: boolean;
}

const RATES: [rate: number, label: string][] = [
  [1, '1×'],
  [60, '60×'],
  [600, '600×'],
  [0, '暂停'],
];

/**
 * The bar outside the phone: who holds it, what time it is, how large its text. On narrow screens it is a small
 * handle that opens. It is part of the laptop, not of the mini-program.
 */
export class OutsideBar {
  readonly element = document.createElement('aside');
  private readonly note = document.createElement('p');

  constructor(private readonly parts: Parts) {
    const { element } = this;
    element.className = 'phone-outside';
    element.setAttribute('aria-label', '演示工具');
    const handle = document.createElement('button');
    handle.type = 'button';
    handle.className = 'phone-outside-handle';
    handle.textContent = '演示';
    handle.setAttribute('aria-expanded', 'false');
    const panel = document.createElement('div');
    panel.className = 'phone-outside-panel';
    handle.addEventListener('click', () => {
      const isOpen = element.classList.toggle('phone-outside-open');
      handle.setAttribute('aria-expanded', String(isOpen));
    });
    this.note.className = 'phone-outside-note';
    this.note.setAttribute('role', 'status');
    if (!parts.isServerThere) this.note.textContent = '连不上本地服务';
    panel.append(
      this.personField(),
      ...this.clockFields(),
      this.fontSizeField(),
      this.reloadButton(),
      this.note,
    );
    element.append(handle, panel);
  }

  private personField(): HTMLElement {
    const { people } = this.parts;
    const select = document.createElement('select');
    select.dataset.testid = 'person';
    for (const { id, label } of people.all) select.append(new Option(label, id));
    select.value = people.current;
    select.addEventListener('change', () => {
      people.choose(select.value);
      history.replaceState(null, '', location.pathname + location.search);
      location.reload();
    });
    return labelled('身份', select);
  }

  private clockFields(): HTMLElement[] {
    const { clock } = this.parts;
    const time = document.createElement('output');
    time.className = 'phone-outside-time';
    time.dataset.testid = 'clock';
    time.setAttribute('aria-live', 'off');
    const show = () => {
      time.textContent = toGuangdong(clock.now);
    };
    show();
    setInterval(show, 250);

    const field = document.createElement('input');
    // A field of type datetime-local would show the browser's language and leave out the seconds.
    field.type = 'text';
    field.placeholder = '2018-10-10 15:59:59';
    field.autocomplete = 'off';
    field.spellcheck = false;
    field.dataset.testid = 'clock-field';
    field.value = toGuangdong(clock.now);
    const set = document.createElement('button');
    set.type = 'button';
    set.textContent = '设定';
    const apply = () => {
      const now = fromGuangdong(field.value);
      if (now === undefined) this.note.textContent = '请按 2018-10-10 15:59:59 的样子填写';
      else void this.change({ now });
    };
    set.addEventListener('click', apply);
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') apply();
    });

    const speed = document.createElement('select');
    speed.dataset.testid = 'clock-rate';
    for (const [rate, label] of RATES) speed.append(new Option(label, String(rate)));
    speed.value = String(clock.rate);
    speed.addEventListener('change', () => {
      void this.change({ rate: Number(speed.value) });
    });
    const setField = document.createElement('div');
    setField.className = 'phone-outside-row';
    setField.append(labelled('改到', field), set);
    return [labelled('时间', time), setField, labelled('快慢', speed)];
  }

  private fontSizeField(): HTMLElement {
    const { fontSize } = this.parts;
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = fontSize.isLarge;
    box.dataset.testid = 'large-text';
    box.addEventListener('change', () => {
      fontSize.isLarge = box.checked;
      location.reload();
    });
    return labelled('大字', box);
  }

  private reloadButton(): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '重新载入';
    button.addEventListener('click', () => {
      location.reload();
    });
    return button;
  }

  private async change(change: { now?: number; rate?: number }): Promise<void> {
    try {
      await this.parts.clock.set(change);
      this.note.textContent = '';
    } catch {
      this.note.textContent = '没能改时间：连不上本地服务';
    }
  }
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  const label = document.createElement('label');
  const caption = document.createElement('span');
  caption.textContent = text;
  label.append(caption, field);
  return label;
}
