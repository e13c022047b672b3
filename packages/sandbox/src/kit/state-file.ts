import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Optional memory of a demo between runs: one JSON file. Without a path nothing is read or written. */
export class StateFile<T> {
  readonly #path: string | undefined

  constructor(path: string | undefined) {
    this.#path = path
  }

  /** The stored state, or undefined when there is none yet. Throws when the file is not JSON. */
  load(): T | undefined {
    if (this.#path === undefined) return undefined
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8')) as T
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }

  /** Written to a temporary file and renamed, so that a crash leaves either the old state or the new one, never half. */
  save(state: T): void {
    if (this.#path === undefined) return
    mkdirSync(dirname(this.#path), { recursive: true })
    const temporary = `${this.#path}.${process.pid}.tmp`
    writeFileSync(temporary, JSON.stringify(state))
    renameSync(temporary, this.#path)
  }
}
