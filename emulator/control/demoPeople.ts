import { existsSync, readFileSync, writeFileSync } from 'node:fs'

export interface DemoPerson {
  readonly openid: string
  readonly name: string
}

/** The people a seed made, for the demo panel of the browser; kept in a file of the data folder. */
export class DemoPeople {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  list(): DemoPerson[] {
    return existsSync(this.#file)
      ? (JSON.parse(readFileSync(this.#file, 'utf8')) as DemoPerson[])
      : []
  }

  keep(people: readonly DemoPerson[]): void {
    writeFileSync(this.#file, JSON.stringify(people))
  }
}
