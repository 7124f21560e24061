import { askLocalCloud } from './ask-local-cloud';

export interface Person {
  id: string;
  label: string;
}

const KEY = 'phone:person';

/** Who holds this phone: the person chosen in this tab, else the first of the demo, a visitor. */
export class People {
  private list: Person[] = [];

  async read(): Promise<void> {
    const response = await askLocalCloud('/local/people');
    if (!response.ok) throw new Error(`GET /local/people: ${String(response.status)}`);
    this.list = (await response.json()) as Person[];
  }

  get all(): readonly Person[] {
    return this.list;
  }

  get current(): string {
    const chosen = sessionStorage.getItem(KEY);
    if (chosen !== null && (this.list.length === 0 || this.list.some(({ id }) => id === chosen)))
      return chosen;
    return this.list[0]?.id ?? 'visitor';
  }

  choose(id: string): void {
    sessionStorage.setItem(KEY, id);
  }
}
