import { both } from '@connector/domain/words'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App, RouteDeps } from '../deps.ts'
import type { AccessKey, EndedKey } from '../../authentication/access-keys.ts'
import { anybody, callerOf, type Caller } from '../../authentication/caller.ts'
import { allows, scopes, tenantScopes, type Scope } from '../../authentication/scopes.ts'
import { ApiError } from '../../errors/api-error.ts'
import { problems } from '../../errors/problem.ts'
import { field } from '../../schemas/field.ts'
import { plainText, tenantParams } from '../../schemas/views.ts'

const instant = z.iso.datetime()
const exampleTime = '2026-03-02T08:15:00.000Z'
const exampleId = '0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42'

const accessKeyView = z.object({
  keyId: field(z.string(), 'Id of the key.', exampleId),
  name: field(z.string(), 'What it is for.', 'Dashboard'),
  prefix: field(z.string(), 'First characters of the secret, to recognise it by.', 'ctk_a1b2'),
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
const endedView = z.object({
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
const revokedText =
  'It, every key made with it, and every token, link and stream of any of them ends within a minute. 204 where it alone ended; 200 with the others where there were any, each of which stands in the audit of its tenant.'
/** The one answer that holds the secret. */
const created = accessKeyView.extend({ secret: field(z.string(), 'The secret; keep it now.', 'ctk_a1b2c3') })
const list = z.object({ items: field(z.array(accessKeyView), 'Those that were revoked, too.') })

const newKey = z.strictObject({
  name: field(plainText(100), 'What it is for.', 'Dashboard'),
  expiresAt: field(
    instant,
    'When it ends; without it, when the key that makes it ends, or never.',
    exampleTime,
  ).optional(),
})
const newTenantKey = newKey.extend({
  scopes: field(z.array(z.enum(tenantScopes)).min(1).max(tenantScopes.length), 'What it allows.', ['status:read']),
})

const keyId = field(z.uuid(), 'Id of the key.', exampleId)

/** Where nobody is asked who he is, no key made it. */
const makerId = (maker: Caller): string | null => (maker === anybody ? null : maker.keyId)

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null

const viewOf = (key: AccessKey): z.infer<typeof accessKeyView> => ({
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

const endedOf = ({ id, tenantId, name }: EndedKey) => ({ keyId: id, tenantId: tenantId ?? null, name })

/** An answer with a secret is never stored. */
const idempotency = { none: 'the answer holds a secret, which is never stored' }

/** `/api/tenants/:tenantId/access-keys` for a tenant's keys, `/api/access-keys` for the operator's own. */
export function registerAccessKeys(app: App, { authentication, directory, now }: RouteDeps): void {
  const { accessKeys, callers } = authentication

  /** @throws {ApiError} for an end that is past, or after that of the key that makes it */
  function expiryOf(text: string | undefined, { keyExpiresAt }: Caller): Date | null {
    if (text === undefined) return keyExpiresAt
    const expiresAt = new Date(text)
    if (expiresAt <= now())
      throw new ApiError('request.invalid', undefined, [
        { field: 'body.expiresAt', message: 'must be in the future', messagePl: 'musi leżeć w przyszłości' },
      ])
    if (keyExpiresAt && expiresAt > keyExpiresAt)
      throw new ApiError(
        'access_key.outlives_maker',
        both(
          `Klucz, którym się go wydaje, kończy się ${keyExpiresAt.toISOString()}.`,
          `The key that makes it ends at ${keyExpiresAt.toISOString()}.`,
        ),
      )
    return expiresAt
  }

  /** @throws {ApiError} authentication.scope */
  function assertWithin({ scopes: held }: Caller, wanted: readonly Scope[]): void {
    const beyond = wanted.find((scope) => !allows(held, scope))
    if (beyond !== undefined)
      throw new ApiError(
        'authentication.scope',
        both(
          `Klucz pozwalałby na \`${beyond}\`, czego ten, którym się go wydaje, sam nie może.`,
          `The key would allow \`${beyond}\`, which you may not do yourself.`,
        ),
      )
  }

  /** @throws {ApiError} access_key.unknown */
  async function revoke(request: FastifyRequest, tenantId: string | undefined, id: string): Promise<EndedKey[]> {
    const ended = await accessKeys.revoke(tenantId, id)
    if (!ended) throw new ApiError('access_key.unknown')
    callers.forget()
    const also = ended.flatMap((key) => (key.tenantId === undefined ? [] : { tenantId: key.tenantId, subject: key.id }))
    request.audited = { also }
    return ended
  }

  const ofTenant = '/api/tenants/:tenantId/access-keys'
  const tenantConfig = { scope: 'admin' } as const

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
        expiresAt: expiryOf(expiresAt, maker),
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
      const ended = await revoke(request, tenantId, keyId)
      return ended.length === 0 ? reply.code(204).send(null) : reply.code(200).send({ ended: ended.map(endedOf) })
    },
  )

  const ofOperator = '/api/access-keys'
  const operatorConfig = { scope: 'operator' } as const

  app.get(
    ofOperator,
    {
      config: operatorConfig,
      schema: {
        operationId: 'listOperatorKeys',
        tags: ['Access'],
        summary: 'List the access keys of the operator',
        description: 'For the staff of the service.',
        response: { 200: list, ...problems },
      },
    },
    async () => ({
      items: (await accessKeys.list(undefined)).map(viewOf),
    }),
  )
  app.post(
    ofOperator,
    {
      config: { ...operatorConfig, needsKey: true, idempotency },
      schema: {
        operationId: 'createOperatorKey',
        tags: ['Access'],
        summary: 'Make an access key for the operator',
        description:
          'The answer is the only place where its secret ever is. It allows no more, and lasts no longer, than the key that makes it.',
        problems: ['access_key.outlives_maker'],
        body: newKey,
        response: { 201: created, ...problems },
      },
    },
    async (request, reply) => {
      const { name, expiresAt } = request.body
      const maker = callerOf(request)
      const ends = expiryOf(expiresAt, maker)
      const wanted = { name, scopes: ['operator'] as const, expiresAt: ends, madeBy: makerId(maker) }
      const { key, secret } = await accessKeys.create(undefined, wanted)
      return reply.code(201).send({ ...viewOf(key), secret })
    },
  )
  app.delete(
    `${ofOperator}/:keyId`,
    {
      config: { ...operatorConfig, needsKey: true, audit: 'key-revoked' },
      schema: {
        operationId: 'revokeOperatorKey',
        tags: ['Access'],
        summary: 'Revoke an access key of the operator',
        description: revokedText,
        problems: ['access_key.unknown'],
        params: z.object({ keyId }),
        response: { 200: endedView, 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const ended = await revoke(request, undefined, request.params.keyId)
      return ended.length === 0 ? reply.code(204).send(null) : reply.code(200).send({ ended: ended.map(endedOf) })
    },
  )
}
