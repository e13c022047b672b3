import t from 'tap'
import { ago, atWork, checkCases, failed, gone, good, quiet, type Case } from './support/health-cases.ts'

/** What a running instance once said wrongly: that all is well, or that another one is at fault. */
const lies: Case[] = [
  {
    name: 'writes that wait because of a fault of ours are ours',
    facts: { effects: { ...quiet, parked: 2, parkedByUs: 2, oldestParkedAt: ago(5) } },
    level: 'failing',
    since: ago(5),
    owner: 'connector',
    says: /^Writes parked because of a fault of the connector: 2/,
  },
  {
    name: 'writes that others refused are the shop’s, and only they are counted as such',
    facts: { effects: { ...quiet, parked: 2, oldestParkedAt: ago(5) } },
    level: 'failing',
    since: ago(5),
    owner: 'seller',
    says: /^Parked writes: 2/,
  },
  {
    name: 'an ingest that died is no quiet day',
    facts: { workers: { ingest: gone(2), projector: atWork } },
    level: 'failing',
    since: ago(2),
    owner: 'connector',
    says: /Nobody works for this account: the ingest service is not running/,
  },
  {
    name: 'nor is a projector that died while nothing happened',
    facts: { workers: { ingest: atWork, projector: gone(120) } },
    level: 'failing',
    since: ago(120),
    owner: 'connector',
    says: /the projector service is not running/,
  },
  {
    name: 'one that died a moment ago may be taken over',
    facts: { workers: { ingest: gone(0.5), projector: gone(0.9) } },
    level: 'ok',
  },
  {
    name: 'a living service that does not take care of the account',
    facts: { statusSince: ago(3), workers: { ingest: { isRunning: true, heldUntil: undefined }, projector: atWork } },
    level: 'failing',
    since: ago(3),
    owner: 'connector',
    says: /ingest service runs and does not take care of it/,
  },
  {
    name: 'a shop that was just started is taken care of within a minute',
    facts: {
      statusSince: ago(0.5),
      sides: {},
      workers: { ingest: gone(900), projector: { isRunning: true, heldUntil: undefined } },
    },
    level: 'ok',
    since: ago(0.5),
  },
  {
    name: 'that nobody works explains why nobody looked',
    facts: {
      workers: { ingest: gone(30), projector: gone(20) },
      sides: { empikplace: { ...good, lastSuccessAt: ago(31) }, thulium: { ...good, lastSuccessAt: ago(31) } },
      unprojectedSince: ago(29),
    },
    level: 'failing',
    since: ago(30),
    owner: 'connector',
  },
  {
    name: 'that nobody works explains a side that failed before, although it failed earlier',
    facts: {
      workers: { ingest: gone(30), projector: atWork },
      sides: { empikplace: failed(1, ago(31)), thulium: failed(9, ago(60)) },
    },
    level: 'failing',
    since: ago(30),
    owner: 'connector',
    says: /the ingest service is not running/,
  },
  {
    name: 'that nobody works is told before a write that was parked a week ago',
    facts: {
      workers: { ingest: atWork, projector: gone(3) },
      effects: { ...quiet, parked: 1, oldestParkedAt: ago(10_080) },
    },
    level: 'failing',
    since: ago(3),
    owner: 'connector',
    says: /the projector service is not running/,
  },
  {
    name: 'a database that takes no writes',
    facts: {
      ownFault: { fault: 'database-takes-no-writes', since: ago(1) },
      sides: { empikplace: failed(9, ago(60)), thulium: good },
    },
    level: 'failing',
    since: ago(1),
    owner: 'connector',
    says: /fault of its own: its database takes no writes/,
  },
  {
    name: 'a fault of ours in a look is no silence of EmpikPlace',
    facts: { sides: { empikplace: failed(4, ago(4), 'internal'), thulium: good } },
    level: 'failing',
    since: ago(4),
    owner: 'connector',
    says: /^The connector has a fault of its own/,
  },
  {
    name: 'a key that nobody has given is no refusal of EmpikPlace',
    facts: { sides: { empikplace: failed(4, ago(4), 'not-connected'), thulium: good } },
    level: 'failing',
    since: ago(4),
    owner: 'seller',
    says: /are missing\. Save them in the settings/,
  },
  {
    name: 'looks every 600 s are in time after 20 min',
    facts: {
      sides: {
        empikplace: { ...good, lastSuccessAt: ago(20), intervalMs: 600_000 },
        thulium: { ...good, lastSuccessAt: ago(20), intervalMs: 600_000 },
      },
    },
    level: 'ok',
  },
  {
    name: 'and late after 26',
    facts: { sides: { empikplace: { ...good, lastSuccessAt: ago(26), intervalMs: 600_000 }, thulium: good } },
    level: 'late',
    since: ago(1),
    owner: 'connector',
  },
  {
    name: 'while read models are filled anew, what they lack is not told as late or well',
    facts: { isRebuilding: true, unprojectedSince: ago(100), effects: { ...quiet, oldestWaitingAt: ago(100) } },
    level: 'rebuilding',
    since: undefined,
    owner: 'connector',
    says: /lists and counts are not whole/,
  },
  {
    name: 'but a side that fails meanwhile is',
    facts: { isRebuilding: true, sides: { empikplace: failed(3, ago(4)), thulium: good } },
    level: 'failing',
    since: ago(4),
    owner: 'empikplace',
  },
  {
    name: 'writes that Thulium does not answer are its fault, not the projector’s',
    facts: {
      effects: { ...quiet, oldestWaitingAt: ago(12), lastFailure: { failureClass: 'unreachable', side: 'thulium' } },
    },
    level: 'late',
    since: ago(2),
    owner: 'thulium',
    says: /^Writes wait for too long\. Thulium does not answer/,
  },
  {
    name: 'credentials are the seller’s matter',
    facts: { sides: { empikplace: failed(3, ago(4), 'credentials-rejected'), thulium: good } },
    level: 'failing',
    since: ago(4),
    owner: 'seller',
  },
]

await t.test('What is wrong is told, and who is to act', (t) => {
  checkCases(t, lies)
  t.end()
})
