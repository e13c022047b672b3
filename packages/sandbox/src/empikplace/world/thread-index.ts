import type { Thread } from '../model/model.ts'

/** A place in the order of threads: by date of change, then by id. */
export type ThreadPosition = { updatedAt: number; id: string }

/**
 * The threads of one shop, ordered by date of change. Lookups are binary searches, so that an idle M11 costs the same
 * with ten threads or a hundred thousand.
 */
export class ThreadIndex {
  readonly #ascending: Thread[] = []

  get size(): number {
    return this.#ascending.length
  }

  add(thread: Thread): void {
    this.#ascending.splice(this.#firstNotBefore(thread), 0, thread)
  }

  /** Must be called while the thread still has the date it was added with. */
  remove(thread: Thread): void {
    const at = this.#firstNotBefore(thread)
    if (this.#ascending[at]?.id === thread.id) this.#ascending.splice(at, 1)
  }

  /** Newest first, starting strictly after the position (or at the newest). */
  *newestFirst(after?: ThreadPosition): Iterable<Thread> {
    for (let at = (after ? this.#firstNotBefore(after) : this.#ascending.length) - 1; at >= 0; at -= 1) {
      const thread = this.#ascending[at]
      if (thread) yield thread
    }
  }

  /** Oldest first, starting strictly after the position. */
  *oldestFirst(after: ThreadPosition): Iterable<Thread> {
    for (let at = this.#firstNotBefore(after); at < this.#ascending.length; at += 1) {
      const thread = this.#ascending[at]
      if (thread && thread.id !== after.id) yield thread
    }
  }

  #firstNotBefore(position: ThreadPosition): number {
    let low = 0
    let high = this.#ascending.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const thread = this.#ascending[middle]
      if (thread && comparePositions(thread, position) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

export function comparePositions(one: ThreadPosition, other: ThreadPosition): number {
  if (one.updatedAt !== other.updatedAt) return one.updatedAt - other.updatedAt
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
