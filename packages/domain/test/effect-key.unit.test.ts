import { deepStrictEqual, equal } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import {
  commentSubject,
  effectKey,
  effectKinds,
  effectKindOf,
  parseCommentSubject,
  parseEffectKey,
  type CommentSubject,
} from '../src/effects/index.ts'
import { ref } from './support/samples.ts'

/** Ids of the outside are opaque: whatever stands in them, they are only handed on. */
const id = fc.oneof(
  fc.uuid(),
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.constantFrom('a:b', ':', 'reply:send:x', '501/0'),
)

const plain = { noNullPrototype: true }
const examples: { [A in CommentSubject['about']]: fc.Arbitrary<Extract<CommentSubject, { about: A }>> } = {
  'customer-added': fc.constant({ about: 'customer-added' }),
  'customer-hits': fc.constant({ about: 'customer-hits' }),
  'customer-shortened': fc.constant({ about: 'customer-shortened' }),
  order: fc.record({ about: fc.constant('order'), recording: fc.nat() }, plain),
  'fields-missing': fc.record({ about: fc.constant('fields-missing'), effectKey: id }, plain),
  closed: fc.record({ about: fc.constant('closed'), entryId: fc.maxSafeNat() }, plain),
  refused: fc.record({ about: fc.constant('refused'), thuliumMessageId: fc.maxSafeNat() }, plain),
  'left-out': fc.record({ about: fc.constant('left-out'), thuliumMessageId: fc.maxSafeNat() }, plain),
  recipients: fc.record({ about: fc.constant('recipients'), thuliumMessageId: fc.maxSafeNat() }, plain),
  unavailable: fc.record({ about: fc.constant('unavailable'), effectKey: id }, plain),
  answered: fc.record(
    { about: fc.constant('answered'), thuliumMessageId: fc.maxSafeNat().map((id) => -1 - id) },
    plain,
  ),
  written: fc.record({ about: fc.constant('written'), commentId: id }, plain),
  parked: fc.record({ about: fc.constant('parked'), effectKey: id, attempts: fc.nat() }, plain),
}
const subjects: fc.Arbitrary<CommentSubject> = fc.oneof(...Object.values(examples))

await t.test('a key says its kind and its subject again, in its own conversation alone', (t) => {
  fc.assert(
    fc.property(
      fc.constantFrom(...effectKinds),
      id,
      id,
      fc.oneof(id, fc.constant('')),
      (kind, shop, thread, subject) => {
        const key = effectKey(kind, shop, thread, subject)
        const of = { integrationId: shop, threadId: thread }
        deepStrictEqual(parseEffectKey(of, key), { kind, subject })
        equal(effectKindOf(key), kind)
        equal(parseEffectKey({ ...of, threadId: `${thread}${subject}?` }, key), undefined)
      },
    ),
  )
  t.end()
})

await t.test('what is no key of ours says nothing', (t) => {
  for (const text of ['', 'reply:send', 'reply:sender:shop-1:thread-1:1', 'invented:kind:shop-1:thread-1'])
    t.equal(parseEffectKey(ref, text), undefined, text)
  t.end()
})

await t.test('whatever a comment is about is read again as it was written', (t) => {
  fc.assert(fc.property(subjects, (subject) => deepStrictEqual(parseCommentSubject(commentSubject(subject)), subject)))
  t.end()
})

await t.test('subjects of comments are those of the ledgers', (t) => {
  const written: [string, CommentSubject][] = [
    ['customer-added', { about: 'customer-added' }],
    ['customer-hits', { about: 'customer-hits' }],
    ['customer-shortened', { about: 'customer-shortened' }],
    ['order:2', { about: 'order', recording: 2 }],
    [
      'fields-missing:ticket:update:shop-1:thread-1:2',
      { about: 'fields-missing', effectKey: 'ticket:update:shop-1:thread-1:2' },
    ],
    ['closed:90611', { about: 'closed', entryId: 90611 }],
    ['refused:90501', { about: 'refused', thuliumMessageId: 90501 }],
    ['left-out:90501', { about: 'left-out', thuliumMessageId: 90501 }],
    ['recipients:90501', { about: 'recipients', thuliumMessageId: 90501 }],
    [
      'unavailable:attachment:relay:shop-1:thread-1:m-1/0',
      { about: 'unavailable', effectKey: 'attachment:relay:shop-1:thread-1:m-1/0' },
    ],
    [
      'parked:reply:send:shop-1:thread-1:90501:3',
      { about: 'parked', effectKey: 'reply:send:shop-1:thread-1:90501', attempts: 3 },
    ],
    ['answered:-12769420373919', { about: 'answered', thuliumMessageId: -12769420373919 }],
    [
      'written:0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42',
      { about: 'written', commentId: '0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42' },
    ],
  ]
  for (const [text, subject] of written) {
    t.equal(commentSubject(subject), text)
    t.strictSame(parseCommentSubject(text), subject)
  }
  t.strictSame(written.map(([, { about }]) => about).sort(), Object.keys(examples).sort())
  t.end()
})

await t.test('a comment of a kind that only another version knows is about nothing', (t) => {
  for (const text of [
    '',
    'invented',
    'invented:1',
    'constructor',
    'refused',
    'refused:',
    'refused:x',
    'refused:1x',
    'customer-added:1',
    'parked:1',
    'parked::1',
    'parked:k:x',
    'unavailable:',
  ])
    t.equal(parseCommentSubject(text), undefined, text)
  t.end()
})
