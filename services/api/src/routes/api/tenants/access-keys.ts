import { z } from 'zod'
import { callerOf } from '../../../authentication/caller.ts'
import { problems } from '../../../errors/problem.ts'
import { tenantParams } from '../../../schemas/views.ts'
import { assertWithin, expiryOf, idempotency, makerId } from '../../access-keys/bounds.ts'
import { revoke } from '../../access-keys/revoke.ts'
import { created, endedOf, endedView, keyId, list, newTenantKey, revokedText, viewOf } from '../../access-keys/views.ts'
import type { App, RouteDeps } from '../../deps.ts'

const ofTenant = '/api/tenants/:tenantId/access-keys'
const tenantConfig = { scope: 'admin' } as const

/** `/api/tenants/:tenantId/access-keys`: a tenant's keys. */
export function registerTenantKeys(app: App, { authentication, directory, now }: RouteDeps): void {
  const { accessKeys } = authentication

  app.get(
    ofTenant,
    {
      config: tenantConfig,
      schema: {
        operationId: 'listAccessKeys',
        tags: ['Access'],
        summary: 'List the access keys of a tenant',
        description: 'Without their secrets, which nobody has any more.',
        params: tenantParams,
        response: { 200: list, ...problems },
      },
    },
    async ({ params: { tenantId } }) => {
      await directory.tenant(tenantId)
      return { items: (await accessKeys.list(tenantId)).map(viewOf) }
    },
  )
  app.post(
    ofTenant,
    {
      config: { ...tenantConfig, needsKey: true, audit: 'key-made', idempotency },
      schema: {
        operationId: 'createAccessKey',
        tags: ['Access'],
        summary: 'Make an access key for a tenant',
        description:
          'The answer is the only place where its secret ever is. It allows no more, and lasts no longer, than the key that makes it.',
        problems: ['access_key.outlives_maker'],
        params: tenantParams,
        body: newTenantKey,
        response: { 201: created, ...problems },
      },
    },
    async (request, reply) => {
      const { tenantId } = request.params
      const { name, scopes, expiresAt } = request.body
      const maker = callerOf(request)
      assertWithin(maker, scopes)
      await directory.tenant(tenantId)
      const wanted = {
        name,
        scopes: [...new Set(scopes)],
        expiresAt: expiryOf(expiresAt, maker, now()),
        madeBy: makerId(maker),
      }
      const { key, secret } = await accessKeys.create(tenantId, wanted)
      request.audited = { subject: key.id }
      return reply.code(201).send({ ...viewOf(key), secret })
    },
  )
  app.delete(
    `${ofTenant}/:keyId`,
    {
      config: { ...tenantConfig, needsKey: true, audit: 'key-revoked' },
      schema: {
        operationId: 'revokeAccessKey',
        tags: ['Access'],
        summary: 'Revoke an access key of a tenant',
        description: revokedText,
        problems: ['access_key.unknown'],
        params: tenantParams.extend({ keyId }),
        response: { 200: endedView, 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const { tenantId, keyId } = request.params
      await directory.tenant(tenantId)
      const ended = await revoke(authentication, request, tenantId, keyId)
      return ended.length === 0 ? reply.code(204).send(null) : reply.code(200).send({ ended: ended.map(endedOf) })
    },
  )
}
