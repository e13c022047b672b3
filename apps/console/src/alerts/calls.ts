import type { components } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { ask, client, onceKey } from '../api/client.ts'

type Schemas = components['schemas']
export type Target = Schemas['AlertTarget']
export type Delivery = Schemas['AlertDelivery']
export type NewTarget = Pick<Target, 'channel' | 'name' | 'address' | 'language'> & { kinds: Kind[] }
type Change = Omit<NewTarget, 'channel'> & { enabled: boolean }

export const kinds = [
  'credentials-rejected',
  'side-unreachable',
  'write-parked',
  'work-late',
  'reply-overdue',
  'field-missing',
  'connector-fault',
  'reconcile-found',
  'target-disabled',
] as const
export type Kind = (typeof kinds)[number]

/** Kinds that this page knows. */
export const knownKinds = (all: readonly string[]): Kind[] => kinds.filter((kind) => all.includes(kind))

/** Whose alerts a page is about: the same calls at two addresses. */
export interface AlertCalls {
  /** Part of the keys under which answers are kept. */
  owner: string
  targets(): Promise<{ items: Target[] }>
  deliveries(): Promise<{ items: Delivery[] }>
  add(body: NewTarget): Promise<Target & { secret: string | null }>
  change(targetId: string, body: Change): Promise<unknown>
  remove(targetId: string): Promise<unknown>
  renew(targetId: string): Promise<{ secret: string | null; oldUntil: string }>
  test(targetId: string): Promise<unknown>
  replay(targetId: string, since: string): Promise<{ deliveries: number }>
  again(deliveryId: string): Promise<unknown>
}

const limit = 20

export function useTenantCalls(): AlertCalls {
  const { tenantId } = useTenant()
  const path = { tenantId }
  const base = '/api/tenants/{tenantId}' as const
  const target = `${base}/alert-targets/{targetId}` as const
  return {
    owner: tenantId,
    targets: () => ask(client.GET(`${base}/alert-targets`, { params: { path } })),
    deliveries: () => ask(client.GET(`${base}/alert-deliveries`, { params: { path, query: { limit } } })),
    add: (body) => ask(client.POST(`${base}/alert-targets`, { params: { path }, body })),
    change: (targetId, body) => ask(client.PUT(target, { params: { path: { tenantId, targetId } }, body })),
    remove: (targetId) => ask(client.DELETE(target, { params: { path: { tenantId, targetId } } })),
    renew: (targetId) => ask(client.POST(`${target}/renew-secret`, { params: { path: { tenantId, targetId } } })),
    test: (targetId) =>
      ask(client.POST(`${target}/test`, { params: { path: { tenantId, targetId }, header: onceKey() } })),
    replay: (targetId, since) =>
      ask(
        client.POST(`${target}/replay`, {
          params: { path: { tenantId, targetId }, header: onceKey() },
          body: { since },
        }),
      ),
    again: (deliveryId) =>
      ask(
        client.POST(`${base}/alert-deliveries/{deliveryId}/replay`, {
          params: { path: { tenantId, deliveryId }, header: onceKey() },
        }),
      ),
  }
}

const operatorTarget = '/api/alert-targets/{targetId}' as const

export const operatorCalls: AlertCalls = {
  owner: '*',
  targets: () => ask(client.GET('/api/alert-targets')),
  deliveries: () => ask(client.GET('/api/alert-deliveries', { params: { query: { limit } } })),
  add: (body) => ask(client.POST('/api/alert-targets', { body })),
  change: (targetId, body) => ask(client.PUT(operatorTarget, { params: { path: { targetId } }, body })),
  remove: (targetId) => ask(client.DELETE(operatorTarget, { params: { path: { targetId } } })),
  renew: (targetId) => ask(client.POST(`${operatorTarget}/renew-secret`, { params: { path: { targetId } } })),
  test: (targetId) => ask(client.POST(`${operatorTarget}/test`, { params: { path: { targetId }, header: onceKey() } })),
  replay: (targetId, since) =>
    ask(
      client.POST(`${operatorTarget}/replay`, { params: { path: { targetId }, header: onceKey() }, body: { since } }),
    ),
  again: (deliveryId) =>
    ask(
      client.POST('/api/alert-deliveries/{deliveryId}/replay', { params: { path: { deliveryId }, header: onceKey() } }),
    ),
}
