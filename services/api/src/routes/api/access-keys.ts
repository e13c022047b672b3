import { z } from 'zod'
import type { App, RouteDeps } from '../../app.ts'
import type { AccessKey } from '../../authentication/access-keys.ts'
import { scopes, tenantScopes } from '../../authentication/scopes.ts'
import { ApiError } from '../../errors/api-error.ts'
import { problems } from '../../errors/problem.ts'
import { tenantParams } from '../schemas.ts'

const instant = z.iso.datetime()

const accessKeyView = z.object({
  keyId: z.string(),
  name: z.string(),
  /** First characters of the secret, to recognise it by. */
  prefix: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: instant,
  expiresAt: instant.nullable(),
  /** To the minute. */
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
})
/** The one answer that holds the secret. */
const created = accessKeyView.extend({ secret: z.string() })
const list = z.object({ items: z.array(accessKeyView) })

const newKey = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** Without it the key is valid until it is revoked. */
  expiresAt: instant.optional(),
})
const newTenantKey = newKey.extend({ scopes: z.array(z.enum(tenantScopes)).min(1).max(tenantScopes.length) })

const keyId = z.uuid()

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null

const viewOf = (key: AccessKey): z.infer<typeof accessKeyView> => ({
  keyId: key.id,
  name: key.name,
  prefix: key.prefix,
  scopes: key.scopes,
  createdAt: key.createdAt.toISOString(),
  expiresAt: iso(key.expiresAt),
  lastUsedAt: iso(key.lastUsedAt),
  revokedAt: iso(key.revokedAt),
})

/** `/api/tenants/:tenantId/access-keys` for a tenant's keys, `/api/access-keys` for the operator's own. */
export function registerAccessKeys(app: App, { authentication, directory, now }: RouteDeps): void {
  const { accessKeys, callers } = authentication

  function expiryOf(text: string | undefined): Date | null {
    if (text === undefined) return null
    const expiresAt = new Date(text)
    if (expiresAt <= now())
      throw new ApiError('request.invalid', undefined, [{ field: 'body.expiresAt', message: 'must be in the future' }])
    return expiresAt
  }

  async function revoke(tenantId: string | undefined, id: string): Promise<void> {
    if (!(await accessKeys.revoke(tenantId, id))) throw new ApiError('access_key.unknown')
    callers.forget()
  }

  const ofTenant = '/api/tenants/:tenantId/access-keys'
  const tenantConfig = { scope: 'admin' } as const

  app.get(
    ofTenant,
    { config: tenantConfig, schema: { params: tenantParams, response: { 200: list, ...problems } } },
    async ({ params: { tenantId } }) => {
      await directory.tenant(tenantId)
      return { items: (await accessKeys.list(tenantId)).map(viewOf) }
    },
  )
  app.post(
    ofTenant,
    {
      config: tenantConfig,
      schema: { params: tenantParams, body: newTenantKey, response: { 201: created, ...problems } },
    },
    async ({ params: { tenantId }, body: { name, scopes, expiresAt } }, reply) => {
      await directory.tenant(tenantId)
      const wanted = { name, scopes: [...new Set(scopes)], expiresAt: expiryOf(expiresAt) }
      const { key, secret } = await accessKeys.create(tenantId, wanted)
      return reply.code(201).send({ ...viewOf(key), secret })
    },
  )
  app.delete(
    `${ofTenant}/:keyId`,
    {
      config: tenantConfig,
      schema: { params: tenantParams.extend({ keyId }), response: { 204: z.null(), ...problems } },
    },
    async ({ params }, reply) => {
      await directory.tenant(params.tenantId)
      await revoke(params.tenantId, params.keyId)
      return reply.code(204).send(null)
    },
  )

  const ofOperator = '/api/access-keys'
  const operatorConfig = { scope: 'operator' } as const

  app.get(ofOperator, { config: operatorConfig, schema: { response: { 200: list, ...problems } } }, async () => ({
    items: (await accessKeys.list(undefined)).map(viewOf),
  }))
  app.post(
    ofOperator,
    { config: operatorConfig, schema: { body: newKey, response: { 201: created, ...problems } } },
    async ({ body: { name, expiresAt } }, reply) => {
      const wanted = { name, scopes: ['operator'] as const, expiresAt: expiryOf(expiresAt) }
      const { key, secret } = await accessKeys.create(undefined, wanted)
      return reply.code(201).send({ ...viewOf(key), secret })
    },
  )
  app.delete(
    `${ofOperator}/:keyId`,
    { config: operatorConfig, schema: { params: z.object({ keyId }), response: { 204: z.null(), ...problems } } },
    async ({ params }, reply) => {
      await revoke(undefined, params.keyId)
      return reply.code(204).send(null)
    },
  )
}
