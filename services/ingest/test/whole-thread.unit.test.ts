import type { Thread } from '@connector/empikplace'
import t from 'tap'
import { emptyConversation, type ConversationState } from '@connector/domain/conversation'
import { createThreadMemory, lookOf } from '../src/empikplace/thread-memory.ts'
import { isLasting, wholeThread } from '../src/empikplace/whole-thread.ts'

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 2, 9, minute))
const { signal } = new AbortController()

const thread = (ids: readonly string[], totalCount?: number): Thread => ({
  id: 'w',
  topic: { type: 'FREE_TEXT', value: '' },
  entities: [],
  authorizedParticipants: [],
  currentParticipants: [],
  dateCreated: at(0),
  dateUpdated: at(59),
  ...(totalCount === undefined ? {} : { totalCount }),
  shopReplyNeededSince: null,
  messages: ids.map((id, minute) => ({
    id,
    body: '',
    dateCreated: at(minute),
    from: { type: 'CUSTOMER_USER', displayName: '' },
    to: [],
    attachments: [],
  })),
  unreadableMessages: [],
  unreadableParts: [],
})

async function asksForMore(shown: Thread, known: readonly string[]): Promise<boolean> {
  let asked = false
  const client = {
    thread() {
      asked = true
      return Promise.resolve({ ok: true as const, value: { thread: shown, isWhole: true }, serverTime: at(59) })
    },
  }
  const messages = known.map((messageId) => ({ messageId })) as unknown as ConversationState['messages']
  await wholeThread({ empikplace: client as never }, shown, false, { ...emptyConversation, messages }, signal)
  return asked
}

await t.test(
  'where EmpikPlace does not say how many messages there are, the oldest one that it shows tells',
  async (t) => {
    t.notOk(await asksForMore(thread(['a', 'b'], 2), []), 'as many as are shown')
    t.ok(await asksForMore(thread(['a', 'b'], 3), []))
    t.ok(await asksForMore(thread(['a', 'b']), []), 'nobody knows whether there are older ones')
    t.notOk(await asksForMore(thread(['a', 'b']), ['a']), 'what is known came with all before it')
    t.ok(await asksForMore(thread([]), []))
  },
)

const answering = (told: Thread) => ({
  empikplace: {
    thread: () => Promise.resolve({ ok: true, value: { thread: told, isWhole: true }, serverTime: at(59) }),
  } as never,
})

await t.test('a number of messages that is less than what is shown proves nothing', async (t) => {
  for (const count of [0, 1]) t.ok(await asksForMore(thread(['a', 'b'], count), []), String(count))
})

await t.test('what the list showed stays where the thread by itself lacks it', async (t) => {
  const listed = thread(['a', 'b', 'c'], 4)
  const whole = await wholeThread(answering(thread(['z', 'a'], 4)), listed, false, emptyConversation, signal)
  t.match(whole, { ok: true })
  if (whole.ok) t.same(new Set(whole.value.messages.map(({ id }) => id)), new Set(['z', 'a', 'b', 'c']))
})

await t.test('an answer that cannot be read is told the second time', (t) => {
  const failure = { class: 'unreachable', code: 'UNEXPECTED_SHAPE', message: '' } as const
  const now = at(1)
  t.notOk(isLasting(failure, undefined, now))
  t.notOk(isLasting(failure, { failure: { class: 'unreachable', message: '' }, since: at(0) }, now))
  t.ok(isLasting(failure, { failure, since: at(0) }, now))
  t.end()
})

await t.test('whatever else a thread is answered is told when it lasts', (t) => {
  for (const failure of [
    { class: 'unreachable', message: '' },
    { class: 'rate-limited', message: '' },
    { class: 'internal', message: '' },
  ] as const) {
    t.notOk(isLasting(failure, undefined, at(59)))
    t.notOk(isLasting(failure, { failure, since: at(45) }, at(59)))
    t.ok(isLasting(failure, { failure: { class: 'refused', message: '' }, since: at(44) }, at(59)))
  }
  t.end()
})

await t.test('a message that appears late changes neither date nor count, and is seen', (t) => {
  const memory = createThreadMemory(() => at(59))
  const ref = { tenantId: 'a', integrationId: 'b', threadId: 'w' }
  for (const count of [undefined, 2]) {
    memory.recorded(ref, lookOf(thread(['b'], count)))
    t.ok(memory.isAsBefore(ref, lookOf(thread(['b'], count))))
    t.ok(memory.isAsBefore(ref, lookOf(thread([], count))), 'a list without messages says nothing of them')
    t.notOk(memory.isAsBefore(ref, lookOf(thread(['a', 'b'], count))))
  }
  t.end()
})
