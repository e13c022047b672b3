import type { WallTime } from '../model/wall-time.ts'

type Dated = { id: number; updatedAt: WallTime }
type Node<T> = { item: T; newer: Node<T> | undefined; older: Node<T> | undefined }

/**
 * Items by modification date, newest first. Moving an item is constant time when its date is the newest, which is the
 * rule: only a clock set back makes it walk.
 */
export class RecencyList<T extends Dated> {
  #newest: Node<T> | undefined
  readonly #nodes = new Map<number, Node<T>>()

  get size(): number {
    return this.#nodes.size
  }

  /** Puts the item where its `updatedAt` belongs; among equal dates the last one put comes first. */
  put(item: T): void {
    this.remove(item.id)
    let newer: Node<T> | undefined
    let older = this.#newest
    while (older && older.item.updatedAt > item.updatedAt) {
      newer = older
      older = older.older
    }
    const node: Node<T> = { item, newer, older }
    if (older) older.newer = node
    if (newer) newer.older = node
    else this.#newest = node
    this.#nodes.set(item.id, node)
  }

  remove(id: number): void {
    const node = this.#nodes.get(id)
    if (!node) return
    if (node.newer) node.newer.older = node.older
    else this.#newest = node.older
    if (node.older) node.older.newer = node.newer
    this.#nodes.delete(id)
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let node = this.#newest; node; node = node.older) yield node.item
  }
}
