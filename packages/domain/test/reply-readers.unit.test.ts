import t from 'tap'
import { effectKey, effectTitle, emptyPlanning, planEffects } from '../src/effects/index.ts'
import type { ConversationEvent, MessageReceived } from '../src/events/index.ts'
import { requestReply } from '../src/replies/index.ts'
import type { IntegrationSettings } from '../src/settings/index.ts'
import { commentText } from '../src/tickets/index.ts'
import { toReaders } from '../src/words/index.ts'
import { message, parked, received, ref, reply, replyKey, settings, thread } from './support/samples.ts'
import { givenConversation } from './support/scenario.ts'

const later = '2026-11-02T09:20:00Z'
const buyer = message('m1')
const operator = (...to: string[]): MessageReceived =>
  message('m2', 'operator', { sentAt: later, to: to.map((type) => ({ type })) })
const answered = message('m3', 'seller', { sentAt: '2026-11-02T09:16:00Z' })
const { topic, entities, updatedAt, shopReplyNeededSince } = thread
const withoutBuyer = message('m1', 'operator', {
  thread: { topic, entities, updatedAt, shopReplyNeededSince, authorized: ['SHOP', 'OPERATOR'] },
})

interface Case {
  what: string
  messages: MessageReceived[]
  replies?: Partial<IntegrationSettings['replies']>
  body?: string
  files?: string[]
  /** Types of recipients of the text. */
  to: string[]
  /** And of the files. */
  filesTo?: string[]
  refused?: string
  /** What the ticket says. */
  says?: RegExp
}

const cases: Case[] = [
  { what: 'the buyer wrote last', messages: [buyer], files: ['f.pdf'], to: ['CUSTOMER'] },
  {
    what: 'the operator wrote last while the buyer waits',
    messages: [buyer, operator('SHOP')],
    to: ['CUSTOMER', 'OPERATOR'],
    says: /^Odpowiedź „Wyślemy jutro” idzie do klienta i operatora: ostatni pisał operator, a klient wciąż czeka/,
  },
  {
    what: 'likewise, with a file',
    messages: [buyer, operator('SHOP')],
    files: ['faktura.pdf'],
    to: ['CUSTOMER', 'OPERATOR'],
    filesTo: [],
    says: /Załączników nie wysłano do nikogo, bo odpowiedź nie wskazuje, kto ma je dostać\./,
  },
  {
    what: 'likewise, where such replies are held',
    messages: [buyer, operator('SHOP')],
    replies: { waitingBuyer: 'hold' },
    files: ['faktura.pdf'],
    to: ['CUSTOMER', 'OPERATOR'],
    refused: 'buyer-waits',
    says: /^Odpowiedź jest wstrzymana .* klient wciąż czeka.*„@klient”, „@operator” albo „@wszyscy”\. Razem z nią nie wysłano załączników: faktura\.pdf/,
  },
  {
    what: 'likewise, when the agent names his reader',
    messages: [buyer, operator('SHOP')],
    replies: { waitingBuyer: 'hold' },
    body: '@operator\nWyślemy jutro',
    files: ['faktura.pdf'],
    to: ['OPERATOR'],
  },
  {
    what: 'the operator wrote last and the buyer has his answer',
    messages: [buyer, answered, operator('SHOP')],
    to: ['OPERATOR'],
    says: /^Odpowiedź „Wyślemy jutro” idzie do operatora, klient jej nie zobaczy: ostatni pisał operator, i nie do klienta\./,
  },
  {
    what: 'likewise, with a file: the operator is nobody whom the agent saw named',
    messages: [buyer, answered, operator('SHOP')],
    files: ['faktura.pdf'],
    to: ['OPERATOR'],
    filesTo: [],
    says: /Załączników nie wysłano do nikogo/,
  },
  {
    what: 'likewise, with nothing but a file',
    messages: [buyer, answered, operator('SHOP')],
    body: '',
    files: ['faktura.pdf'],
    to: ['OPERATOR'],
    refused: 'files-unnamed',
    says: /^Plików nie wysłano do nikogo: .*„@klient”, „@operator” albo „@wszyscy”\..*faktura\.pdf/,
  },
  {
    what: 'the operator wrote last, to the buyer too',
    messages: [buyer, operator('SHOP', 'CUSTOMER')],
    files: ['f.pdf'],
    to: ['CUSTOMER', 'OPERATOR'],
    filesTo: ['CUSTOMER'],
    says: /idzie do klienta i operatora: ostatni pisał operator, także do klienta\. Załączniki idą tylko do klienta\./,
  },
  {
    what: 'the operator wrote to the buyer alone, and the shop was shown it',
    messages: [buyer, operator('CUSTOMER')],
    to: ['CUSTOMER'],
  },
  {
    what: 'everybody is what the settings want',
    messages: [buyer],
    replies: { recipients: 'everyone' },
    to: ['CUSTOMER', 'OPERATOR'],
  },
  {
    what: 'likewise, with a file',
    messages: [buyer],
    replies: { recipients: 'everyone' },
    files: ['f.pdf'],
    to: ['CUSTOMER', 'OPERATOR'],
    filesTo: ['CUSTOMER'],
    says: /tak wybrano w ustawieniach integracji\. Załączniki idą tylko do klienta\./,
  },
  {
    what: 'everybody is whom the agent named',
    messages: [buyer],
    body: '@wszyscy\nWyślemy jutro',
    files: ['f.pdf'],
    to: ['CUSTOMER', 'OPERATOR'],
  },
  { what: 'no buyer takes part', messages: [withoutBuyer], files: ['f.pdf'], to: ['OPERATOR'] },
]

for (const { what, messages, replies, body, files, to, filesTo, refused, says } of cases)
  await t.test(`${what}: the reply goes to ${to.join(' and ')}`, (t) => {
    const { state, events } = givenConversation(...messages.map(received)).when((before) =>
      requestReply(
        before,
        { ...reply(501, body ?? 'Wyślemy jutro'), attachmentNames: files ?? [] },
        { replies: { ...settings.replies, ...replies } },
      ),
    )
    const [known] = state.replies
    t.strictSame(
      known?.to?.map(({ type }) => type),
      to,
    )
    t.strictSame(
      known?.filesTo?.map(({ type }) => type),
      filesTo,
    )
    t.equal(state.refusals[0]?.reason, refused)
    let planning = emptyPlanning
    const comments = events.flatMap((event, revision) => {
      const plan = planEffects(ref, planning, event, revision)
      planning = plan.planning
      return plan.effects.filter(({ kind }) => kind === 'comment:add').map(({ subject }) => subject)
    })
    t.equal(comments.length, says ? 1 : 0, 'the agent is told of what he may not have meant, once, and of nothing else')
    if (says) t.match(commentText(ref, state, comments[0] ?? ''), says)
    t.end()
  })

const fileKey = effectKey('attachment:send', ref.integrationId, ref.threadId, '501/0')

for (const [types, words] of [
  [['CUSTOMER'], 'do klienta'],
  [['OPERATOR'], 'do operatora'],
  [['CUSTOMER', 'OPERATOR'], 'do klienta i operatora'],
  [undefined, 'do adresata'],
] as const)
  await t.test(`what is told of a reply that goes ${words} says so`, (t) => {
    const requested: ConversationEvent = {
      type: 'ReplyRequested',
      data: {
        ...reply(501),
        text: 'Wyślemy jutro',
        attachmentNames: ['f.pdf'],
        leftOut: [{ kind: 'picture' }],
        ...(types ? { to: types.map((type) => ({ type })) } : {}),
      },
    }
    const { state } = givenConversation(
      received(message('m1')),
      requested,
      { type: 'ReplyRefused', data: { thuliumMessageId: 501, reason: 'too-long', length: 60_000 } },
      parked(replyKey(501), 'reply:send'),
      parked(fileKey, 'attachment:send'),
      {
        type: 'AttachmentUnavailable',
        data: { effectKey: fileKey, direction: 'to-empikplace', name: 'f.pdf', reason: 'too-many' },
      },
    )
    for (const subject of [
      'refused:501',
      'left-out:501',
      `parked:${replyKey(501)}:1`,
      `parked:${fileKey}:1`,
      `unavailable:${fileKey}`,
    ]) {
      const text = commentText(ref, state, subject) ?? ''
      t.match(text, new RegExp(`\\b${words}\\b(?! i operatora)`), subject)
    }
    const { effects } = planEffects(ref, emptyPlanning, requested, 1)
    const title = effectTitle('reply:send', effects[0]?.readers)
    t.equal(title.pl, `Wysłanie odpowiedzi ${words}`)
    t.equal(title.en, `Sending a reply ${toReaders(effects[0]?.readers).en}`)
    t.end()
  })

await t.test(
  'a file that nobody was named for is told of, and its text is not said to have gone out where there was none',
  (t) => {
    const unnamed = (text: string) =>
      givenConversation(
        {
          type: 'ReplyRequested',
          data: { ...reply(501), text, attachmentNames: ['f.pdf'], to: [{ type: 'OPERATOR' }], filesTo: [] },
        },
        {
          type: 'AttachmentUnavailable',
          data: { effectKey: fileKey, direction: 'to-empikplace', name: 'f.pdf', reason: 'unnamed' },
        },
      ).state
    const told = commentText(ref, unnamed('Wyślemy jutro'), `unavailable:${fileKey}`)
    t.match(
      told,
      /nie został wysłany do nikogo: odpowiedź poszła do operatora, a nie wskazano.*Treść odpowiedzi została wysłana\.$/,
    )
    t.notMatch(commentText(ref, unnamed(''), `unavailable:${fileKey}`), /Treść odpowiedzi/)
    t.end()
  },
)
