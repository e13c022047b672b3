import { z } from 'zod'
import { field } from './field.ts'
import { cursorQuery, limitQuery, nextCursor } from './paging.ts'
import { exampleTime, instant } from './views.ts'

/** What is written down about a tenant, each by a route that says so. */
export const auditKinds = [
  'tenant-connected',
  'tenant-paused',
  'tenant-resumed',
  'tenant-deleted',
  'settings-changed',
  'credentials-replaced',
  'webhook-changed',
  'integration-added',
  'integration-deleted',
  'credentials-tried',
  'started',
  'stopped',
  'write-retried',
  'write-dismissed',
  'reply-corrected',
  'operation-requested',
  'operation-cancelled',
  'quarantine-retried',
  'buyer-added',
  'key-made',
  'key-revoked',
  'link-made',
  'link-followed',
  'conversations-listed',
  'conversation-read',
  'file-read',
  'audit-read',
  'alert-target-changed',
  'alert-sent-again',
  'buyer-exported',
  'answer-written',
  'answer-withdrawn',
  'comment-written',
  'file-handed-over',
] as const
export type AuditKind = (typeof auditKinds)[number]

/** Reading the same again is written down once in this time, for each key; a dashboard asks every few seconds. */
export const readingsEveryMinutes = 10

export const readings: ReadonlySet<AuditKind> = new Set([
  'conversations-listed',
  'conversation-read',
  'file-read',
  'audit-read',
])

/** What was shown: a key, a token made for it, a link; or nothing, by a command on the machine of the database. */
export const auditCredentials = ['key', 'token', 'link', 'command'] as const
export type AuditCredential = (typeof auditCredentials)[number]

const auditView = z
  .object({
    entryId: field(z.int(), 'Number of the entry.', 1204),
    at: field(instant, 'When.', exampleTime),
    kind: field(z.enum(auditKinds), 'What was done. Only what succeeded is here.', 'conversation-read'),
    by: field(
      z
        .object({
          keyId: field(z.string(), 'Id of the access key.', '0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42'),
          name: field(z.string(), 'What the key was called.', 'Dashboard'),
        })
        .nullable(),
      'The access key; null where a signed link from a ticket was followed, and for a command.',
    ),
    credential: field(
      z.enum(auditCredentials),
      'What was shown: the key, a token made for it, or a link. `command`: none, it was a command on the machine.',
      'key',
    ),
    address: field(z.string(), 'Where the request came from; of a command the name of the machine.', '192.0.2.17'),
    requestId: field(
      z.string(),
      '`x-request-id`, as in the access log and beside the events; empty for a command.',
      'caller-7:1',
    ),
    integrationId: field(
      z.string().nullable(),
      'The integration, where it was about one.',
      '5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11',
    ),
    threadId: field(
      z.string().nullable(),
      'The conversation, where it was about one.',
      'b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01',
    ),
    subject: field(
      z.string().nullable(),
      'Id of the key or link, key of the write, or id of the file.',
      'message:mirror:9f4c1d52',
    ),
  })
  .meta({ id: 'AuditEntry' })
export type AuditView = z.infer<typeof auditView>

const time = z.iso.datetime({ offset: true })

export const auditQuery = z.object({
  kind: field(z.enum(auditKinds), 'Only entries of this kind.', 'conversation-read').optional(),
  since: field(time, 'Only from then on.', exampleTime).optional(),
  until: field(time, 'Only before then.', exampleTime).optional(),
  limit: limitQuery,
  cursor: cursorQuery,
})

export const auditPage = z.object({ items: field(z.array(auditView), 'The newest first.'), nextCursor })
