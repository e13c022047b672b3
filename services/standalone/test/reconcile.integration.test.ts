import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { damagesIn } from './support/damages.ts'
import {
  agentAnswers,
  answerSeen,
  comments,
  effectsIn,
  mails,
  mailSeen,
  nothingUnderWay,
  replies,
  ticketIdOf,
  type Scene,
} from './support/seen.ts'
import { onlyOperations, operate, restPolls, type Answer } from './support/operate.ts'
import { createWorld, type World } from './support/world.ts'

t.setTimeout(240_000)

t.test('three truths side by side', { skip: noDatabase ?? false }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik, thulium, store, clock } = world
  const shop = await world.addShop({ settings: { attachments: { filesInLaterMessages: true } } })
  const stop = await world.startServices()
  const damages = damagesIn(world)

  const names = [
    ...[
      'well',
      'answered',
      'new message',
      'new reply',
      'deleted entry',
      'double entry',
      'other order',
      'foreign entry',
    ],
    ...['reply gone', 'reply twice', 'other customer', 'other mark', 'no ticket', 'no file', 'ledger'],
    ...['parked message', 'parked reply', 'parked file'],
  ] as const
  type Name = (typeof names)[number]
  const scenes = new Map<Name, Scene>()
  const at = (name: Name): Scene => {
    const scene = scenes.get(name)
    if (!scene) throw new RangeError(name)
    return scene
  }
  for (const name of names) {
    const customer = { id: `klient-${name}`, displayName: `Klient ${name}` }
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: `Pytanie: ${name}`, customer })
    scenes.set(name, { shop, threadId, ticketId: 0 })
  }
  for (const name of names) {
    const { threadId } = at(name)
    scenes.set(name, { shop, threadId, ticketId: await ticketIdOf(world, shop, threadId) })
    empik.buyerWrites({ shopId: shop.shopId, threadId, text: `Druga: ${name}` })
    await mailSeen(world, shop, threadId, `Druga: ${name}`)
    empik.buyerWrites({ shopId: shop.shopId, threadId, text: `Trzecia: ${name}` })
    const files = name === 'no file' ? [{ filename: 'etykieta.pdf', content: Buffer.from('%PDF-1.4 x') }] : []
    if (!name.startsWith('parked') && name !== 'new reply')
      agentAnswers(world, shop, threadId, `<p>Odpowiedź: ${name}</p>`, files)
  }
  empik.sellerWrites({ shopId: shop.shopId, threadId: at('well').threadId, text: 'Z panelu' })
  empik.operatorWrites({ shopId: shop.shopId, threadId: at('well').threadId, text: 'Od Empiku', to: 'SHOP' })
  for (const name of names)
    if (!name.startsWith('parked') && name !== 'new reply')
      await answerSeen(world, at(name).threadId, `Odpowiedź: ${name}`)
  // What was not looked at yet would be refused below, too.
  for (const name of names) await mailSeen(world, shop, at(name).threadId, `Trzecia: ${name}`)
  const { threadId: well } = at('well')
  await until('what others wrote', () => {
    const seen = [...mails(world, shop, well), ...replies(world, shop, well), ...comments(world, shop, well)].join(' ')
    return (seen.includes('Z panelu') && seen.includes('Od Empiku')) || undefined
  })
  await until(
    'the file',
    () => empik.thread(at('no file').threadId).messages.some(({ attachments }) => attachments.length > 0) || undefined,
  )
  await nothingUnderWay(world, shop)

  const repairs: (() => boolean)[] = []
  const refuse = (side: World['empik']['faults'], operation: string, subject: string): void => {
    const { id } = side.add({ operation, subject, times: null, fault: { kind: 'status', status: 422 } })
    repairs.push(() => side.remove(id))
  }
  refuse(thulium.faults, 'POST tickets/:id/customer_response', shop.tenantId)
  refuse(empik.faults, 'M12', shop.apiKey)
  empik.buyerWrites({ shopId: shop.shopId, threadId: at('parked message').threadId, text: 'Czwarta' })
  agentAnswers(world, shop, at('parked reply').threadId, '<p>Nie wychodzi</p>')
  await until('what is parked', async () => (await effectsIn(world, shop, ['parked'])).length === 2 || undefined)
  await nothingUnderWay(world, shop)
  await stop()
  for (const repair of repairs) repair()

  const repairing = async (): Promise<() => Promise<void>> => {
    await restPolls(world)
    return world.startServices(onlyOperations)
  }
  const asFound = (findings: Answer[]): string[] =>
    findings.map(({ what, threadId }) => {
      const name = names.find((one) => at(one).threadId === threadId) ?? 'never seen'
      return `${String(what)}: ${name}`
    })

  await t.test('what is well is not named', async (t) => {
    clock.moveTo(new Date(Date.now() + 3_600_000))
    const end = await repairing()
    const { operation, findings } = await operate(world, shop, { kind: 'reconcile' })
    t.match(operation, { state: 'finished', result: { conversations: names.length, differences: 2, notRead: 0 } })
    t.strictSame(asFound(findings).sort(), ['message-parked: parked message', 'reply-parked: parked reply'])
    await end()
  })

  damages.buyerWrites(at('new message'), 'Nikt nie przeczytał')
  empik.buyerWrites({ shopId: shop.shopId, text: 'Nikt nie zna tej rozmowy' })
  damages.agentAnswers(at('new reply'), '<p>Nikt nie wysłał</p>')
  damages.entryDeleted(at('deleted entry'), 'Druga')
  await damages.entryAdded(at('double entry'), 'Druga: double entry')
  damages.entryDeleted(at('other order'), 'Druga')
  await damages.entryAdded(at('other order'), 'Druga: other order')
  await damages.entryAdded(at('foreign entry'), 'Coś zupełnie obcego')
  damages.commentAdded(at('foreign entry'), '[Operator EmpikPlace] Empik, 1.01.2026 10:00\n\nCoś obcego')
  damages.replyGone(at('reply gone'), 'Odpowiedź')
  damages.replyTwice(at('reply twice'), 'Odpowiedź')
  const { state } = await world.repository.conversation({ ...shop, threadId: at('other customer').threadId })
  await damages.customerFieldChanged(at('other customer'), state.thuliumCustomerId ?? 0)
  damages.markChanged(at('other mark'))
  damages.ticketDeleted(at('no ticket'))
  damages.fileGone(at('no file'), 'Załącznik')
  await damages.ledgerDamaged(at('ledger'))
  clock.moveTo(new Date(Date.now() + 7_200_000))

  const lasting = [
    'customer-field-changed: other customer',
    'entry-without-source: foreign entry',
    'entry-without-source: foreign entry',
    'file-missing: no file',
    'ledger-contradicts-log: ledger',
    'ledger-contradicts-log: ledger',
    'marker-changed: other mark',
    'message-not-in-ticket: deleted entry',
    'message-twice-in-ticket: double entry',
    'messages-out-of-order: other order',
    'reply-not-at-empikplace: reply gone',
    'reply-twice-at-empikplace: reply twice',
  ]
  const curable = [
    'message-not-in-log: never seen',
    'message-not-in-log: new message',
    'message-not-in-log: reply twice',
    'message-parked: parked message',
    'reply-not-in-log: new reply',
    'reply-parked: parked reply',
    'ticket-gone: no ticket',
  ]

  await t.test('every damage is found, in its conversation, and nothing else', async (t) => {
    const end = await repairing()
    const before = await world.log.head()
    const { operation, findings } = await operate(world, shop, { kind: 'reconcile', repair: true, dryRun: true })
    t.strictSame(asFound(findings).sort(), [...lasting, ...curable].sort())
    t.match(operation, { result: { differences: lasting.length + curable.length, notRead: 0 } })
    t.notMatch(JSON.stringify(findings), /Druga|Odpowiedź|obcego|Nikt/, 'no text of anybody')
    t.ok(findings.every(({ cure, detail }) => cure !== '' && detail !== ''))
    const gone = findings.find(({ what }) => what === 'ticket-gone')
    t.match(gone, {
      texts: { detail: { pl: /Thulium \(usunięte/ }, cure: { pl: /^ponowny odczyt .* zapisze/, en: /records/ } },
    })
    const rest = (await world.log.readAll(before, 100)).events.filter(({ type }) => !type.startsWith('Operation'))
    t.strictSame(rest, [], 'and nothing was changed')
    await end()
  })

  await t.test('repaired, a second run finds what only a person can cure', async (t) => {
    const end = await repairing()
    const { operation, findings } = await operate(world, shop, { kind: 'reconcile', repair: true })
    t.strictSame(asFound(findings).sort(), [...lasting, ...curable].sort())
    t.match(operation, { result: { reread: 5, retried: 2 } })
    await end()
    await store.db.updateTable('polls').set({ next_at: new Date() }).execute()
    const settled = await world.startServices()
    await answerSeen(world, at('new reply').threadId, 'Nikt nie wysłał')
    await answerSeen(world, at('parked reply').threadId, 'Nie wychodzi')
    await mailSeen(world, shop, at('parked message').threadId, 'Czwarta')
    await nothingUnderWay(world, shop)
    await settled()
    clock.moveTo(new Date(Date.now() + 10_800_000))
    const again = await repairing()
    const second = await operate(world, shop, { kind: 'reconcile', repair: true })
    t.strictSame(asFound(second.findings).sort(), lasting)
    const { threadId } = at('ledger')
    await operate(world, shop, { kind: 'rebuild', integrationId: shop.integrationId, threadId })
    const third = await operate(world, shop, { kind: 'reconcile', integrationId: shop.integrationId, threadId })
    t.strictSame(third.findings, [], 'a rebuild of the conversation cures the ledger')
    await again()
  })
})
