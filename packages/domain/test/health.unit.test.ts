import t from 'tap'
import { ago, checkCases, failed, good, quiet, type Case } from './support/health-cases.ts'

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
    says: /larger than the connector takes.* Tell the operator/,
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

await t.test('Health follows from the facts alone', (t) => {
  checkCases(t, table)
  t.end()
})
