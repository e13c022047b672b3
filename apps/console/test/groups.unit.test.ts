import { effectKinds, effectTitle, type EffectKind } from '@connector/domain/effects'
import t from 'tap'
import { grouped, type Parked } from '../src/problems/groups.ts'
import { en } from '../src/texts/en.ts'
import { pl } from '../src/texts/pl.ts'

const parkedAs = (kind: EffectKind): Parked => ({
  effectKey: `${kind}:shop:thread`,
  kind,
  what: effectTitle(kind),
  next: effectTitle(kind),
  threadId: 'thread',
  ticketId: null,
  state: 'parked',
  plannedAt: '2026-03-02T08:15:00.000Z',
  parkedAt: '2026-03-02T08:16:00.000Z',
  lastTriedAt: null,
  attempts: 1,
  nextTryAt: null,
  failure: null,
  integrationId: 'shop',
  shop: 'Sklep',
})

t.test('every kind of write stands in the group where a person looks for it', (t) => {
  const kindsIn = Object.fromEntries(
    grouped(effectKinds.map(parkedAs)).map(({ group, items }) => [group, items.map(({ kind }) => kind).sort()]),
  )
  t.strictSame(kindsIn, {
    replies: ['attachment:send', 'auto-reply:send', 'reply:send'],
    tickets: ['ticket:create'],
    files: ['attachment:relay'],
    crm: ['customer:add', 'customer:link', 'customer:name'],
    others: ['auto-reply:mirror', 'comment:add', 'message:mirror', 'ticket:reopen', 'ticket:update'],
  })
  t.end()
})

t.test(
  'what did not go out, to the operator perhaps, or may have arrived, is not called what the customer lacks',
  (t) => {
    for (const { problems } of [pl, en]) t.notMatch(problems.group.replies + problems.correctLabel, /klient|customer/i)
    t.end()
  },
)
