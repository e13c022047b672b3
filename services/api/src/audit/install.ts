import { allTenants } from '@connector/domain/words'
import type { TenantStore } from '@connector/store'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { anybody } from '../authentication/caller.ts'
import { readings, readingsEveryMinutes, type AuditKind } from '../schemas/audit.ts'
import { writeEntry, type Entry } from './entry.ts'
import { assertSaysWhatIsAudited } from './route.ts'

const params = z.looseObject({
  tenantId: z.string().optional(),
  integrationId: z.string().optional(),
  threadId: z.string().optional(),
  effectKey: z.string().optional(),
  keyId: z.string().optional(),
})

/** Of readings within their time; about 200 bytes each. A forgotten one is written down once more. */
const remembered = 20_000

/** What is about no tenant stands in the operator's own audit. */
function entriesOf(request: FastifyRequest, kind: AuditKind): Entry[] {
  const said = request.audited ?? {}
  const path = params.catch({}).parse(request.params)
  const tenantId = said.tenantId ?? path.tenantId ?? allTenants
  const { caller } = request
  const entry: Omit<Entry, 'tenantId'> = {
    kind,
    keyId: caller?.keyId ?? null,
    keyName: caller?.keyName ?? null,
    credential: caller === null ? 'link' : caller === anybody ? 'key' : caller.showed,
    address: request.ip,
    requestId: request.id,
    integrationId: said.integrationId ?? path.integrationId ?? null,
    threadId: said.threadId ?? path.threadId ?? null,
    subject: said.subject ?? path.effectKey ?? path.keyId ?? null,
  }
  const others = (said.also ?? []).map((other) => ({ ...entry, ...other }))
  return [{ ...entry, tenantId }, ...others]
}

/**
 * Writes down who did what to a tenant and who read what is personal, before the answer leaves: what cannot be written
 * down is answered with an error, so nothing personal is read unseen. A change has happened by then; its events say who.
 * Must be installed before the routes, and before what keeps answers.
 */
export function installAudit(app: FastifyInstance, store: Pick<TenantStore, 'connection'>, now: () => Date): void {
  const routes: RouteOptions[] = []
  const seen = new LRUCache<string, true>(atMost(remembered))
  app.decorateRequest('audited', null)
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  app.addHook('onReady', (done) => {
    routes.forEach(assertSaysWhatIsAudited)
    done()
  })

  /** The same for the same reading by the same key within the time; undefined for what is written down each time. */
  function readingOf({ tenantId, kind, keyId, address, integrationId, threadId, subject }: Entry): string | undefined {
    if (!readings.has(kind)) return undefined
    const window = Math.floor(now().getTime() / (readingsEveryMinutes * 60_000))
    return JSON.stringify([window, tenantId, kind, keyId, address, integrationId, threadId, subject])
  }

  async function write(entry: Entry): Promise<void> {
    const reading = readingOf(entry)
    if (reading !== undefined && seen.has(reading)) return
    await writeEntry(store, entry, now())
    if (reading !== undefined) seen.set(reading, true)
  }

  app.addHook('onSend', async (request, reply) => {
    const { audit } = request.routeOptions.config
    if (typeof audit !== 'string' || reply.statusCode >= 400 || reply.hasHeader('idempotency-replayed')) return
    for (const entry of entriesOf(request, audit)) await write(entry)
  })
}
