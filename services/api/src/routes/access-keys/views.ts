import { z } from 'zod'
import type { AccessKey, EndedKey } from '../../authentication/access-keys.ts'
import { scopes, tenantScopes } from '../../authentication/scopes.ts'
import { field } from '../../schemas/field.ts'
import { plainText } from '../../schemas/views.ts'

const instant = z.iso.datetime()
const exampleTime = '2026-03-02T08:15:00.000Z'
const exampleId = '0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42'

const accessKeyView = z.object({
  keyId: field(z.string(), 'Id of the key.', exampleId),
  name: field(z.string(), 'What it is for.', 'Dashboard'),
  prefix: field(z.string(), 'First characters of the secret, to recognise it by.', 'ect_a1b2'),
  scopes: field(z.array(z.enum(scopes)), 'What it allows.', ['status:read']),
  madeBy: field(z.string().nullable(), 'Id of the key that made it; null for one made by a command.', exampleId),
  createdAt: field(instant, 'When it was made.', exampleTime),
  expiresAt: field(instant.nullable(), 'When it ends by itself; null for never.', exampleTime),
  lastUsedAt: field(instant.nullable(), 'When it was last used, to the minute.', exampleTime),
  revokedAt: field(instant.nullable(), 'When it was revoked.', exampleTime),
  revokedWith: field(
    z.string().nullable(),
    'Id of the key that was revoked, where this one ended because it had been made with it.',
    exampleId,
  ),
})
export const endedView = z.object({
  ended: field(
    z.array(
      z.object({
        keyId: field(z.string(), 'Id of the key.', exampleId),
        tenantId: field(z.string().nullable(), 'Whose it was; null for a key of the operator.', 'demo-sklep'),
        name: field(z.string(), 'What it was for.', 'Dashboard'),
      }),
    ),
    'The keys that had been made with it, directly or by way of others, and ended with it.',
  ),
})
export const revokedText =
  'It, every key made with it, and every token, link and stream of any of them ends within a minute. 204 where it alone ended; 200 with the others where there were any, each of which stands in the audit of its tenant.'
/** The one answer that holds the secret. */
export const created = accessKeyView.extend({ secret: field(z.string(), 'The secret; keep it now.', 'ect_a1b2c3') })
export const list = z.object({ items: field(z.array(accessKeyView), 'Those that were revoked, too.') })

export const newKey = z.strictObject({
  name: field(plainText(100), 'What it is for.', 'Dashboard'),
  expiresAt: field(
    instant,
    'When it ends; without it, when the key that makes it ends, or never.',
    exampleTime,
  ).optional(),
})
export const newTenantKey = newKey.extend({
  scopes: field(z.array(z.enum(tenantScopes)).min(1).max(tenantScopes.length), 'What it allows.', ['status:read']),
})

export const keyId = field(z.uuid(), 'Id of the key.', exampleId)

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null

export const viewOf = (key: AccessKey): z.infer<typeof accessKeyView> => ({
  keyId: key.id,
  name: key.name,
  prefix: key.prefix,
  scopes: key.scopes,
  madeBy: key.madeBy,
  createdAt: key.createdAt.toISOString(),
  expiresAt: iso(key.expiresAt),
  lastUsedAt: iso(key.lastUsedAt),
  revokedAt: iso(key.revokedAt),
  revokedWith: key.revokedWith,
})

export const endedOf = ({ id, tenantId, name }: EndedKey) => ({ keyId: id, tenantId: tenantId ?? null, name })
