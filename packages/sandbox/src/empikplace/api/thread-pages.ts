import type { World } from '../world/conversations.ts'
import type { Thread } from '../model/model.ts'
import type { PageWalk } from './page-token.ts'
import { comparePositions } from '../world/thread-index.ts'
import type { ThreadPosition } from '../world/thread-index.ts'
import { visibleMessages } from './thread-view.ts'

/** One page of threads, newest first, and whether there are more on either side. */
export type ThreadPage = { threads: Thread[]; hasOlder: boolean; hasNewer: boolean }

/** Reads only as far as the page reaches: an idle poll looks at no thread, or at the one on the boundary. */
export function readPage(world: World, walk: PageWalk): ThreadPage {
  const backwards = walk.position?.direction === 'before'
  const found: Thread[] = []
  for (const thread of candidates(world, walk)) {
    if (walk.updatedSince !== undefined && thread.updatedAt < walk.updatedSince) {
      if (backwards) continue
      break
    }
    if (!matches(world, thread, walk)) continue
    found.push(thread)
    if (found.length > walk.limit) break
  }
  const hasMore = found.length > walk.limit
  const threads = found.slice(0, walk.limit)
  if (backwards) return { threads: threads.reverse(), hasOlder: true, hasNewer: hasMore }
  return { threads, hasOlder: hasMore, hasNewer: walk.position !== undefined }
}

function candidates(world: World, walk: PageWalk): Iterable<Thread> {
  const { state } = world
  const position = positionOf(world, walk)
  if (walk.entityType !== undefined && walk.entityIds) {
    const type = walk.entityType
    const ids = new Set(walk.entityIds)
    const threads = new Set([...ids].flatMap((id) => [...state.threadsOfEntity(walk.shopId, type, id)]))
    const newestFirst = [...threads]
      .filter((thread) => thread.messages.length > 0)
      .sort((one, other) => comparePositions(other, one))
    if (!position) return newestFirst
    return walk.position?.direction === 'after'
      ? newestFirst.filter((thread) => comparePositions(thread, position) < 0)
      : newestFirst.filter((thread) => comparePositions(thread, position) > 0).reverse()
  }
  const index = state.threadsOfShop(walk.shopId)
  return walk.position?.direction === 'before' && position ? index.oldestFirst(position) : index.newestFirst(position)
}

function positionOf({ state, switches }: World, { position }: PageWalk): ThreadPosition | undefined {
  if (!position) return undefined
  const thread = switches.get('pageTokenPosition') === 'thread' ? state.threads.get(position.id) : undefined
  return { id: position.id, updatedAt: thread?.updatedAt ?? position.updatedAt }
}

function matches(world: World, thread: Thread, walk: PageWalk): boolean {
  const type = walk.entityType
  if (type !== undefined && !thread.entities.some((entity) => entity.type === type)) return false
  if (walk.channels && thread.channel !== undefined && !walk.channels.includes(thread.channel)) return false
  return visibleMessages(world, thread).length > 0
}
