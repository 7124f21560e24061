/** Somebody the laptop's visitor may be. */
export interface Person {
  id: string;
  label: string;
  openid: string;
}

/** The people who may be impersonated; nobody else can call a function. */
export class People {
  constructor(readonly list: readonly Person[]) {
    for (const { id, openid } of list) {
      if (/^\d*$/.test(openid))
        throw new Error(`the openid of ${id} must not be a number: the SDK would read it as one`);
    }
  }

  find(id: unknown): Person | undefined {
    return this.list.find((person) => person.id === id);
  }

  isKnownOpenid(openid: unknown): boolean {
    return this.list.some((person) => person.openid === openid);
  }
}
