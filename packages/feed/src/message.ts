import { decodeEvent, withoutPersonal } from '@connector/domain/events'
import type { RecordedEvent } from '@connector/event-log'
import { withoutSealed } from '@connector/repository'
import { z } from 'zod'
import { feedTypes, isPublished } from './event-types.ts'
import { count, id, time } from './words.ts'

/** What every event of the feed says, beside its own data. */
export const envelope = z.strictObject({
  id: z
    .uuid()
    .describe('The same for the same happening, for ever. An event may come twice: keep the ids that you have seen.'),
  type: id('Which event it is, and which schema `data` has.'),
  version: count('Of that schema.'),
  tenantId: id('The Thulium account.'),
  integrationId: id('The EmpikPlace shop that is connected to it.'),
  threadId: id('The conversation at EmpikPlace, where it is about one.').optional(),
  revision: count(
    'Its place in the history of its conversation or integration, from 0. What comes out of order is put in order by it.',
  ),
  recordedAt: time('When the connector recorded it.'),
})

export interface FeedMessage {
  id: string
  subject: string
  payload: string
}

/** One part of a subject; anything else in it would be another subject. */
const subjectPart = /^[\w-]+$/

/** It cannot be published, however often it is tried. */
export class Unpublishable extends Error {
  readonly code = 'feed.unpublishable'
}

/**
 * The event of the feed that is made from one of the log; undefined for one that is not published. Texts of buyers are blanked before
 * anything is made of it, sealed or not, so a mistake in a row of `feedTypes` publishes none.
 * @throws {Unpublishable | UnreadableEvent}
 */
export function toFeedMessage(prefix: string, stored: RecordedEvent): FeedMessage | undefined {
  const { type, metadata } = stored
  if (!isPublished(type)) return undefined
  const { tenantId, integrationId, threadId } = metadata
  if (typeof integrationId !== 'string' || !subjectPart.test(tenantId) || !subjectPart.test(integrationId))
    throw new Unpublishable('Its tenant or its integration cannot be a part of a subject.')
  const data = withoutPersonal(type, withoutSealed(type, stored.data))
  const event = decodeEvent({ type, schemaVersion: stored.schemaVersion, data })
  const row = feedTypes[type]
  const parsed = row.schema.safeParse(row.of(event.data as never))
  const around = envelope.safeParse({
    id: stored.id,
    type,
    version: row.version,
    tenantId,
    integrationId,
    ...(typeof threadId === 'string' ? { threadId } : {}),
    revision: stored.revision,
    recordedAt: stored.recordedAt.toISOString(),
  })
  // The messages of zod hold paths and rules, and no values.
  if (!parsed.success || !around.success)
    throw new Unpublishable(`It does not fit the schema of the feed: ${(parsed.error ?? around.error)?.message ?? ''}`)
  return {
    id: stored.id,
    subject: [prefix, tenantId, integrationId, type].join('.'),
    payload: JSON.stringify({ ...around.data, data: parsed.data }),
  }
}
