/** Somebody the laptop's visitor may be. */
export interface Person {
  id: string;
  label: string;
  openid: string;
}

/** The people who may be impersonated; nobody else can call a function. */
export class People {
  readonly #list: Person[] = [];
  /** When each was last in the mini-program, by openid. */
  readonly #lastHere = new Map<unknown, number>();

  constructor(people: readonly Person[]) {
    for (const person of people) this.add(person);
  }

  get list(): readonly Person[] {
    return this.#list;
  }

  /** Lets somebody more be impersonated, in place of who had the id. */
  add(person: Person): void {
    if (/^\d*$/.test(person.openid))
      throw new Error(`the openid of ${person.id} must not be a number: the SDK would read it as one`);
    const known = this.#list.findIndex(({ id }) => id === person.id);
    if (known === -1) this.#list.push(person);
    else this.#list[known] = person;
  }

  find(id: unknown): Person | undefined {
    return this.#list.find((person) => person.id === id);
  }

  noteHere({ openid }: Person, now: number): void {
    this.#lastHere.set(openid, now);
  }

  /** Whether somebody was in the mini-program within some time; also when the clock was set back since. */
  wasHereWithin(openid: unknown, ms: number, now: number): boolean {
    const at = this.#lastHere.get(openid);
    return at !== undefined && now - at <= ms;
  }

  isKnownOpenid(openid: unknown): boolean {
    return this.#list.some((person) => person.openid === openid);
  }
}
