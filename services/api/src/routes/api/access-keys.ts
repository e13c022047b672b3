import { z } from 'zod'
import { callerOf } from '../../authentication/caller.ts'
import { problems } from '../../errors/problem.ts'
import { expiryOf, idempotency, makerId } from '../access-keys/bounds.ts'
import { revoke } from '../access-keys/revoke.ts'
import { created, endedOf, endedView, keyId, list, newKey, revokedText, viewOf } from '../access-keys/views.ts'
import type { App, RouteDeps } from '../deps.ts'

const ofOperator = '/api/access-keys'
const operatorConfig = { scope: 'operator' } as const

/** `/api/access-keys`: the operator's own keys. */
export function registerOperatorKeys(app: App, { authentication, now }: RouteDeps): void {
  const { accessKeys } = authentication

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
      config: { ...operatorConfig, needsKey: true, audit: 'key-made', idempotency },
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
      const ends = expiryOf(expiresAt, maker, now())
      const wanted = { name, scopes: ['operator'] as const, expiresAt: ends, madeBy: makerId(maker) }
      const { key, secret } = await accessKeys.create(undefined, wanted)
      request.audited = { subject: key.id }
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
      const ended = await revoke(authentication, request, undefined, request.params.keyId)
      return ended.length === 0 ? reply.code(204).send(null) : reply.code(200).send({ ended: ended.map(endedOf) })
    },
  )
}
