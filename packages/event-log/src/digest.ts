import { createHash } from 'node:crypto'
import type { StoredEvent } from './port.ts'
import { contentDigest } from './chain.ts'

/**
 * SHA-256 of an event and of all before it; '' before the first. Of what is stored, sealed texts sealed, so that whoever cannot open them
 * comes to the same. @param content digest of the event in its place
 */
export const digestOfContent = (
  before: string,
  { content, recordedAtMicros }: { content: Buffer; recordedAtMicros: string },
): string => createHash('sha256').update(before).update(content).update(recordedAtMicros).digest('hex')

export const digestAfter = (before: string, event: StoredEvent): string =>
  digestOfContent(before, {
    content: contentDigest(event.streamId, event.revision, event),
    recordedAtMicros: event.recordedAtMicros,
  })
