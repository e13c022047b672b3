import t from 'tap'
import { eventLogContract } from './contract.ts'
import { freshPrefix, noEventStore, openStoreLog } from './support/event-store.ts'

if (noEventStore !== undefined) {
  t.plan(0, noEventStore)
} else {
  const prefix = freshPrefix()
  await eventLogContract('EventStoreDB', () => openStoreLog(prefix))
}
