import type { Thread } from '@connector/empikplace'
import t from 'tap'
import { emptyConversation, type ConversationState } from '@connector/domain/conversation'
import { wholeThread } from '../src/empikplace/whole-thread.ts'

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
