import { until } from '@connector/test-kit'
import t from 'tap'
import { agentLogin, humanLogin } from './support/account.ts'
import { createWorld } from './support/world.ts'

t.test('a conversation lives in both systems', async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik, thulium } = world
  const shop = await world.addShop()
  await world.startServices()
  const { tenantId: system, shopId } = shop
  const onlyTicket = () => thulium.tickets(system)[0]

  const order = empik.addOrder({ shopId, customer: { id: 'c-1', firstname: 'Ewa', lastname: 'Lis' } })
  const first = empik.buyerWrites({ shopId, orderId: order.id, text: 'Dzień dobry,<br />kiedy dotrze paczka? 📦 <3' })

  await t.test('the first message becomes a ticket with queue, category, customer and mark', async (t) => {
    const ticket = await until('a ticket', onlyTicket)
    t.equal(ticket.queueId, 7)
    t.equal(ticket.categoryId, 12)
    t.equal(ticket.customFields['EmpikPlace wątek'], first.threadId)
    t.equal(ticket.customFields['EmpikPlace zamówienie'], order.id)
    const customer = thulium.customers(system).find(({ customerId }) => customerId === ticket.customerId)
    t.equal(customer?.customFields['Empik ID'], 'c-1')
    t.equal(customer?.surname, 'Lis')
    const [message] = ticket.messages
    t.match(message?.body, /kiedy dotrze paczka\? 📦/)
  })

  await t.test('later messages enter the same ticket, in order', async (t) => {
    for (const text of ['Druga wiadomość', 'Trzecia wiadomość', 'Trzecia wiadomość'])
      empik.buyerWrites({ shopId, threadId: first.threadId, text })
    const ticket = await until('four messages', () => {
      const found = onlyTicket()
      return found && found.messages.filter(({ type }) => type === 'MAIL').length === 4 ? found : undefined
    })
    t.equal(thulium.tickets(system).length, 1)
    const bodies = ticket.messages.filter(({ type }) => type === 'MAIL').map(({ body }) => body)
    t.match(bodies, [/kiedy dotrze/, /Druga/, /Trzecia/, /Trzecia/])
  })

  await t.test('seller and operator messages are recognisable', async (t) => {
    empik.sellerWrites({ shopId, threadId: first.threadId, text: 'Sprawdzamy w magazynie' })
    empik.operatorWrites({ shopId, threadId: first.threadId, text: 'Prosimy o odpowiedź', to: 'SHOP' })
    const ticket = await until('both in the ticket', () => {
      const found = onlyTicket()
      return found?.messages.some(({ body }) => body.includes('Prosimy o odpowiedź')) ? found : undefined
    })
    const seller = ticket.messages.find(({ body }) => body.includes('Sprawdzamy'))
    t.equal(seller?.type, 'REPLY')
    t.equal(seller?.userLogin, agentLogin)
    t.match(seller?.body, /\[Obsługa EmpikPlace\]/)
    t.match(
      ticket.messages.find(({ body }) => body.includes('Prosimy'))?.body,
      /\[Operator EmpikPlace\].*niewidoczna dla klienta/s,
    )
  })

  await t.test('an agent’s answer reaches the buyer once and does not come back', async (t) => {
    const { ticketId } = await until('the ticket', onlyTicket)
    thulium.agentComments({ system, ticketId, login: humanLogin, text: 'Tylko dla nas' })
    // The operator wrote last, so the buyer must speak again for the answer to go to him.
    empik.buyerWrites({ shopId, threadId: first.threadId, text: 'I co dalej?' })
    await until(
      'the question in the ticket',
      () => onlyTicket()?.messages.some(({ body }) => body.includes('I co dalej')) || undefined,
    )
    thulium.agentReplies({
      system,
      ticketId,
      login: humanLogin,
      html: '<p>Paczka wyjdzie jutro.</p><blockquote>I co dalej?</blockquote>',
    })
    await until(
      'the answer',
      () =>
        empik.thread(first.threadId).messages.some(({ body }) => body.includes('Paczka wyjdzie jutro.')) || undefined,
    )
    // A later message that has come through proves that the answer was seen on the way and not mirrored.
    empik.buyerWrites({ shopId, threadId: first.threadId, text: 'Dziękuję!' })
    await until(
      'the thanks in the ticket',
      () => onlyTicket()?.messages.some(({ body }) => body.includes('Dziękuję!')) || undefined,
    )
    const sent = empik.thread(first.threadId).messages.filter(({ body }) => body.includes('Paczka wyjdzie jutro.'))
    t.equal(sent.length, 1)
    t.equal(sent[0]?.body, 'Paczka wyjdzie jutro.')
    const inTicket = onlyTicket()?.messages.filter(({ body }) => body.includes('Paczka wyjdzie jutro.'))
    t.equal(inTicket?.length, 1)
    t.notOk(empik.thread(first.threadId).messages.some(({ body }) => body.includes('Tylko dla nas')))
  })

  await t.test('nothing was e-mailed to a real address', (t) => {
    for (const mail of thulium.mailLog(system)) t.match(mail.to, /@relay\.connector\.example$/)
    t.end()
  })
})
