import t from 'tap'
import {
  healthOf,
  type HealthFacts,
  type HealthLevel,
  type HealthOwner,
  type LookFailureClass,
  type SideFacts,
  type WorkerFacts,
} from '../src/health/index.ts'

const now = new Date('2026-03-02T12:00:00Z')
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)

const good: SideFacts = { lastSuccessAt: ago(1), nextAt: ago(-1), failures: 0, lastFailure: undefined }
const quiet: HealthFacts['effects'] = {
  parked: 0,
  oldestParkedAt: undefined,
  oldestWaitingAt: undefined,
  lastFailure: undefined,
}
const atWork: WorkerFacts = { isRunning: true, heldUntil: ago(-0.5) }
const gone = (minutes: number): WorkerFacts => ({ isRunning: false, heldUntil: ago(minutes) })
const running: HealthFacts = {
  status: 'running',
  statusSince: ago(600),
  rejectedBy: [],
  missingFields: [],
  workers: { ingest: atWork, projector: atWork },
  ownFault: undefined,
  isRebuilding: false,
  unprojectedSince: undefined,
  sides: { empikplace: good, thulium: good },
  effects: quiet,
  restore: undefined,
  quarantined: { count: 0, since: undefined },
}

const failed = (
  failures: number,
  lastSuccessAt: Date | undefined,
  failureClass: LookFailureClass = 'unreachable',
): SideFacts => ({ lastSuccessAt, nextAt: ago(-1), failures, lastFailure: { failureClass } })

interface Case {
  name: string
  facts: Partial<HealthFacts>
  level: HealthLevel
  since?: Date | undefined
  owner?: HealthOwner
  says?: RegExp
}

const table: Case[] = [
  { name: 'both sides answered a moment ago', facts: {}, level: 'ok', since: undefined },
  {
    name: 'events that this version cannot read are our fault, and are told as such',
    facts: { quarantined: { count: 2, since: ago(7) } },
    level: 'failing',
    since: ago(7),
    says: /operator of the connector/,
  },
  {
    name: 'a restore that nobody has confirmed explains what is late beside it',
    facts: {
      restore: { since: new Date('2026-03-02T08:30:00Z'), at: ago(4) },
      effects: { ...quiet, parked: 2, oldestParkedAt: ago(90), oldestWaitingAt: ago(90) },
      sides: { empikplace: failed(9, ago(60)), thulium: good },
    },
    level: 'failing',
    since: ago(4),
    says: /restored from a backup of 2026-03-02 09:30.*sends nothing until its operator confirms/,
  },
  {
    name: 'an integration never started is stopped, whatever its sides say',
    facts: { status: 'configured', statusSince: ago(5), sides: {} },
    level: 'stopped',
    since: ago(5),
    says: /not been started/,
  },
  {
    name: 'one stopped on request is stopped, even with parked writes',
    facts: { status: 'stopped', statusSince: ago(9), effects: { ...quiet, parked: 4 } },
    level: 'stopped',
    since: ago(9),
    says: /on request/,
  },
  {
    name: 'one stopped by rejections names the side that rejected',
    facts: { status: 'credentials-rejected', statusSince: ago(3), rejectedBy: ['thulium'] },
    level: 'credentials-rejected',
    since: ago(3),
    says: /Thulium/,
  },
  {
    name: 'what was recorded a moment ago may still be on its way into the read models',
    facts: { unprojectedSince: ago(1.9) },
    level: 'ok',
  },
  {
    name: 'a projector that is gone is late, although no write waits',
    facts: { unprojectedSince: ago(5) },
    level: 'late',
    since: ago(3),
    says: /projector/,
  },
  {
    name: 'a single failure with a recent success is a hiccup',
    facts: { sides: { empikplace: failed(1, ago(2)), thulium: good } },
    level: 'ok',
  },
  {
    name: 'three failures in a row are failing, since the last success',
    facts: { sides: { empikplace: failed(3, ago(4)), thulium: good } },
    level: 'failing',
    since: ago(4),
    says: /EmpikPlace does not answer/,
  },
  {
    name: 'one failure is failing when the last success is long ago',
    facts: { sides: { empikplace: good, thulium: failed(1, ago(30), 'rate-limited') } },
    level: 'failing',
    since: ago(30),
    says: /Thulium asks for fewer.* The next try, by itself: 20\d\d-\d\d-\d\d \d\d:\d\d, Polish time/,
  },
  {
    name: 'an answer too large for us is neither a refusal nor a matter of settings',
    facts: { sides: { empikplace: failed(3, ago(4), 'too-large'), thulium: good } },
    level: 'failing',
    since: ago(4),
    says: /larger than the connector takes\. Tell the operator/,
  },
  {
    name: 'a side that rejects most accounts is at fault itself, and the credentials can stay',
    facts: { sides: { empikplace: failed(3, ago(4), 'rejects-everybody'), thulium: good } },
    level: 'failing',
    since: ago(4),
    says: /rejects the credentials of most accounts now, so the cause is there/,
  },
  {
    name: 'failures before any success count from the start',
    facts: { statusSince: ago(8), sides: { empikplace: failed(3, undefined, 'credentials-rejected'), thulium: good } },
    level: 'failing',
    since: ago(8),
    says: /rejects the credentials/,
  },
  {
    name: 'silence without a failure is late, since it became too long',
    facts: { sides: { empikplace: { ...good, lastSuccessAt: ago(20) }, thulium: good } },
    level: 'late',
    since: ago(15),
    says: /ingest/,
  },
  {
    name: 'a side never looked at is late five minutes after the start',
    facts: { statusSince: ago(6), sides: { thulium: good } },
    level: 'late',
    since: ago(1),
  },
  {
    name: 'a side never looked at is fine just after the start',
    facts: { statusSince: ago(1), sides: {} },
    level: 'ok',
    since: ago(1),
    says: /waiting for the first/,
  },
  {
    name: 'failures from before a restart are not held against it',
    facts: { statusSince: ago(1), sides: { empikplace: failed(9, ago(60), 'credentials-rejected'), thulium: good } },
    level: 'ok',
    since: ago(1),
  },
  {
    name: 'time spent stopped is not held against a side',
    facts: {
      statusSince: ago(1),
      sides: { empikplace: { ...good, lastSuccessAt: ago(900) }, thulium: { ...good, lastSuccessAt: ago(900) } },
    },
    level: 'ok',
    since: ago(1),
  },
  {
    name: 'a parked write is failing until a person decides',
    facts: { effects: { ...quiet, parked: 1, oldestParkedAt: ago(50) } },
    level: 'failing',
    since: ago(50),
    says: /retry or dismiss/,
  },
  {
    name: 'a write that waits for ten minutes is late',
    facts: { effects: { ...quiet, oldestWaitingAt: ago(12) } },
    level: 'late',
    since: ago(2),
    says: /projector/,
  },
  { name: 'a write on its way is fine', facts: { effects: { ...quiet, oldestWaitingAt: ago(3) } }, level: 'ok' },
  {
    name: 'failing outweighs late',
    facts: {
      sides: { empikplace: { ...good, lastSuccessAt: ago(90) }, thulium: failed(5, ago(10)) },
      effects: { ...quiet, oldestWaitingAt: ago(200) },
    },
    level: 'failing',
    since: ago(10),
  },
  {
    name: 'of two failing things the older one is named',
    facts: {
      sides: { empikplace: good, thulium: failed(5, ago(10)) },
      effects: { ...quiet, parked: 2, oldestParkedAt: ago(100) },
    },
    level: 'failing',
    since: ago(100),
    says: /Parked writes: 2/,
  },
]

/** What a running instance once said wrongly: that all is well, or that another one is at fault. */
const lies: Case[] = [
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

await t.test('Health follows from the facts alone', (t) => {
  for (const { name, facts, level, since, owner, says } of [...table, ...lies]) {
    const health = healthOf({ ...running, ...facts }, now)
    t.equal(health.level, level, name)
    t.same(health.since, since, `${name}: since`)
    if (owner) t.equal(health.owner, owner, `${name}: owner`)
    t.equal(health.owner === undefined, health.level === 'ok', `${name}: whatever is not ok has an owner`)
    if (says) t.match(health.reason.en, says, `${name}: reason`)
    t.not(health.reason.pl, '', `${name}: reason in Polish`)
  }
  t.end()
})

await t.test('An integration goes through every level and back as the facts change', (t) => {
  const steps: [Partial<HealthFacts>, HealthLevel][] = [
    [{ status: 'configured', sides: {} }, 'stopped'],
    [{ statusSince: ago(0), sides: {} }, 'ok'],
    [{ sides: { empikplace: { ...good, lastSuccessAt: ago(7) }, thulium: good } }, 'late'],
    [{ sides: { empikplace: failed(3, ago(9), 'credentials-rejected'), thulium: good } }, 'failing'],
    [{ status: 'credentials-rejected', rejectedBy: ['empikplace'] }, 'credentials-rejected'],
    [{}, 'ok'],
    [{ status: 'stopped' }, 'stopped'],
  ]
  for (const [facts, level] of steps) t.equal(healthOf({ ...running, ...facts }, now).level, level, level)
  t.end()
})
