import { openEventLog, type EventLog } from '@connector/event-log'
import type { NatsLink } from '@connector/nats'
import { createSealedLog } from '@connector/repository'
import { createConversationKeys, type MasterKeys, type TenantStore } from '@connector/store'
import { wakeUpsOf } from './nats.ts'
import { eventStoreOf, type ServiceSettings } from './service-settings.ts'

interface Opening {
  store: TenantStore
  masterKeys: MasterKeys
  nats: NatsLink | undefined
  now: () => Date
  onError: (error: unknown) => void
}

/** The event log as the API has it: each caller within its tenant. @param settings whose database the login of the API opens */
export async function openTenantLog(
  settings: ServiceSettings,
  { store, masterKeys, nats, now, onError }: Opening,
): Promise<EventLog> {
  const wakeUps = wakeUpsOf(settings, nats)
  const storedLog = await openEventLog({
    eventStore: eventStoreOf(settings),
    pool: store.pool,
    connectionOf: store.connection,
    listen: { connectionString: settings.DATABASE_URL },
    ...(wakeUps === undefined ? {} : { wakeUps }),
    now,
    onError,
  })
  return createSealedLog(storedLog, createConversationKeys(masterKeys), store.pool, store.connection)
}
