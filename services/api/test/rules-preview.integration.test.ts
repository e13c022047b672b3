import type { SeenMessage } from '@connector/domain/events'
import { observeThread } from '@connector/domain/looks'
import { integrationSettingsInput } from '@connector/domain/settings'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, shopBody, startApi } from './support/api.ts'
import { projectConversation } from './support/read-models.ts'

const rules = [
  { id: 'off', name: 'Wyłączona', enabled: false, when: {}, then: { queueId: 9 } },
  { id: 'closed', name: 'Po zamknięciu', when: { orderStates: ['CLOSED'] }, then: { queueId: 9 } },
  {
    id: 'returns',
    name: 'Zwroty',
    when: { reasonCodes: ['28'], textWords: ['zwrot', 'odesła'] },
    then: { queueId: 8, categoryId: 13, tags: ['zwrot'], priority: 'high' },
  },
  { id: 'rest', name: 'Reszta', when: {}, then: { tags: ['reszta'] } },
]

const message = (messageId: string, author: SeenMessage['author'], body: string): SeenMessage => ({
  messageId,
  author,
  authorType: author === 'seller' ? 'SHOP_USER' : 'CUSTOMER_USER',
  authorName: 'Anna K.',
  to: [],
  body,
  sentAt: '2026-03-02T10:00:00.000Z',
  attachments: [],
  thread: {
    topic: { type: 'REASON_CODE', value: '28' },
    entities: [{ type: 'MMP_OFFER', id: '400121', label: 'Kubek' }],
    customerId: 'c-1',
    updatedAt: '2026-03-02T10:00:00.000Z',
    shopReplyNeededSince: null,
  },
})

await t.test('Preview of the rules', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { integration, integrationId } = await connect(api, 'sklep-a', { shop: { rules } })
  const other = await connect(api, 'sklep-b')
  const preview = (body: unknown, of = integration) => api.call('POST', `${of}/rules/preview`, body)
  const ref = (threadId: string) => ({ tenantId: 'sklep-a', integrationId, threadId })
  const now = new Date('2026-03-02T10:01:00.000Z')

  await t.test('of a made-up conversation: which rule decides, and why the earlier ones do not', async (t) => {
    const conversation = {
      topic: { type: 'REASON_CODE', value: '28', label: 'Zwrot towaru' },
      text: '<p>Chcę <b>odesłać</b> kubek</p>',
      orderState: 'SHIPPED',
    }
    const { status, body } = await preview({ conversation })
    t.equal(status, 200)
    t.match(body, {
      decision: {
        rule: { id: 'returns', name: 'Zwroty' },
        queueId: 8,
        categoryId: 13,
        tags: ['zwrot', 'priorytet: wysoki'],
        priority: 'high',
      },
      rules: [
        { id: 'off', outcome: 'disabled', why: { pl: 'Reguła jest wyłączona.', en: 'The rule is switched off.' } },
        {
          id: 'closed',
          outcome: 'does-not-hold',
          why: {
            pl: 'Stan zamówienia: Wysłano (SHIPPED); reguła wymaga: Zamknięto (CLOSED).',
            en: 'Order state: Shipped (SHIPPED); the rule wants: Closed (CLOSED).',
          },
        },
        {
          id: 'returns',
          outcome: 'decides',
          conditions: [
            { condition: 'reasonCodes', holds: true },
            { condition: 'textWords', holds: true, why: { pl: 'Treść zawiera „odesła”.' } },
          ],
        },
        { id: 'rest', outcome: 'not-reached' },
      ],
    })
  })

  await t.test('of rules that are not saved yet', async (t) => {
    const draft = [{ id: 'draft', name: 'Szkic', when: { contact: 'follow-up' }, then: { categoryId: 14 } }]
    const conversation = { text: 'Dzień dobry' }
    t.match((await preview({ conversation: { ...conversation, contact: 'follow-up' }, rules: draft })).body, {
      decision: { rule: { id: 'draft' }, queueId: shopBody.queueId, categoryId: 14, tags: [], priority: null },
    })
    t.match((await preview({ conversation, rules: draft })).body, {
      decision: { rule: null, categoryId: shopBody.categoryId },
    })
    t.match((await preview({ conversation })).body, { decision: { rule: { id: 'rest' } } }, 'nothing was saved')
  })

  await t.test('of a known conversation: what was decided when its ticket was opened', async (t) => {
    const seen = [message('m1', 'seller', 'Faktura w załączniku'), message('m2', 'customer', 'Odsyłam? Nie: zwrot!')]
    const settings = integrationSettingsInput.parse({ ...shopBody, rules })
    const events = await api.repository.changeConversation(ref('zwrot'), 'test', (state) =>
      observeThread(
        ref('zwrot'),
        state,
        { messages: [...seen, message('m3', 'customer', 'Halo')], firstContact: false, now },
        settings,
      ),
    )
    await projectConversation(api, ref('zwrot'))
    const { body } = await preview({ threadId: 'zwrot' })
    const [routed] = events.flatMap((event) => (event.type === 'ConversationRouted' ? [event.data] : []))
    t.match(routed, { messageId: 'm2', rule: { id: 'returns' }, queueId: 8 })
    t.match(body, {
      decision: { rule: routed?.rule, queueId: 8, categoryId: 13, tags: routed?.tags, priority: routed?.priority },
    })
    const drafted = await preview({
      threadId: 'zwrot',
      rules: [{ id: 'x', name: 'X', when: { contact: 'follow-up', textWords: ['odsył'] }, then: {} }],
    })
    t.match(drafted.body, { decision: { rule: { id: 'x' } } })
  })

  await t.test('of a conversation that has no ticket yet: what would be decided now', async (t) => {
    await api.repository.changeConversation(ref('faktura'), 'test', (state) =>
      observeThread(
        ref('faktura'),
        state,
        { messages: [message('m1', 'seller', 'Faktura do zwrotu')], firstContact: true, now },
        integrationSettingsInput.parse(shopBody),
      ),
    )
    await projectConversation(api, ref('faktura'))
    const { body } = await preview({
      threadId: 'faktura',
      rules: [{ id: 'later', name: 'Kolejny', when: { contact: 'follow-up', authors: ['seller'] }, then: {} }],
    })
    t.match(body, { decision: { rule: { id: 'later' } } }, 'this buyer has the ticket of another conversation')
  })

  await t.test('takes as many rules as the settings do, and the longest message', async (t) => {
    const many = Array.from({ length: 100 }, (_, index) => ({
      id: `r-${index}`,
      name: 'Długa lista słów',
      when: { textWords: Array.from({ length: 100 }, (__, word) => `słowo${index}x${word}`) },
      then: {},
    }))
    const { status, body } = await preview({ conversation: { text: 'ż'.repeat(50_000) }, rules: many })
    t.equal(status, 200)
    t.match(body, { decision: { rule: null } })
  })

  await t.test('refuses what it cannot preview, and says why', async (t) => {
    const code = async (body: unknown, of?: string) => (await preview(body, of)).body['code']
    t.equal(await code({}), 'request.invalid', 'neither of the two')
    t.equal(await code({ threadId: 'zwrot', conversation: {} }), 'request.invalid', 'both')
    t.equal(await code({ conversation: { mood: 'angry' } }), 'request.invalid')
    t.equal(await code({ conversation: {}, rules: [{ ...rules[3], when: { textWords: ['…'] } }] }), 'request.invalid')
    t.equal(await code({ conversation: {}, rules: [rules[3], rules[3]] }), 'request.invalid', 'ids are distinct')
    t.equal(await code({ threadId: 'nieznany' }), 'conversation.unknown')
    t.equal(await code({ threadId: 'zwrot' }, other.integration), 'conversation.unknown', 'another tenant’s')
    const nowhere = `/api/tenants/sklep-a/integrations/${other.integrationId}`
    t.equal(await code({ conversation: {} }, nowhere), 'integration.unknown')
    const { body, headers } = await preview({ threadId: 'nieznany' })
    t.match(headers.get('content-type'), /problem\+json/)
    t.match(body, { detail: /nieznany/, action: /list of conversations/ })
  })
})
