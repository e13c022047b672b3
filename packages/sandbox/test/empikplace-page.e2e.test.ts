import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import t from 'tap'
import { looksLikeHtml, readableText } from '../src/empikplace/page/readable-text.ts'
import { readReply, shopId, startSandbox } from './empikplace-fixture.ts'

const browser = '/usr/bin/chromium'
const skip = existsSync(browser) ? false : `there is no ${browser}`

t.test('the page escapes everything that people and the operator write', async (t) => {
  const { sandbox, url } = await startSandbox(t)
  const nasty = '<script>alert(1)</script><img src=x onerror=alert(2)>'
  const attachments = [{ name: `${nasty}.txt`, content: 'x' }]
  const customer = { displayName: nasty }
  const topic = { type: 'FREE_TEXT', value: nasty }
  const { threadId } = sandbox.buyerWrites({ shopId, text: nasty, attachments, customer, topic })
  const page = await readReply(await fetch(`${url}/?thread=${threadId}&error=${encodeURIComponent(nasty)}`))
  t.equal(page.status, 200)
  t.notMatch(page.text, '<script>alert')
  t.notMatch(page.text, '<img src=x')
  t.match(page.text, '&lt;script&gt;alert(1)')
  t.match(page.headers.get('content-security-policy'), "default-src 'none'")
})

t.test('a message, a new conversation and a refused one can be sent by form', async (t) => {
  const { sandbox, url } = await startSandbox(t, { orders: [{ shopId, id: 'o1-A' }] })
  const submit = async (fields: Record<string, string>, file?: File) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ shop: String(shopId), ...fields })) form.append(name, value)
    if (file) form.append('files', file)
    const answer = await fetch(`${url}/panel/messages`, { method: 'POST', body: form, redirect: 'manual' })
    t.equal(answer.status, 303)
    return new URL(answer.headers.get('location') ?? '', url).searchParams
  }
  const first = await submit(
    { role: 'buyer', about: 'order:o1-A', topic: 'Zwrot', text: 'Chcę zwrócić\r\nkubek' },
    new File(['x'], 'żółw.png', { type: 'image/png' }),
  )
  const threadId = first.get('thread') ?? ''
  t.match(sandbox.thread(threadId), {
    topic: { value: 'Zwrot' },
    entities: [{ type: 'MMP_ORDER', id: 'o1-A' }],
    messages: [{ body: 'Chcę zwrócić\nkubek', attachments: [{ name: 'żółw.png' }] }],
  })
  await submit({ thread: threadId, role: 'seller', to: 'CUSTOMER', text: 'Proszę odesłać' })
  await submit({ thread: threadId, role: 'operator', to: 'CUSTOMER', text: 'Jak poszło?' })
  t.same(
    sandbox.thread(threadId).messages.map((message) => message.to.map((one) => one.type)),
    [['SHOP'], ['CUSTOMER'], ['CUSTOMER']],
  )
  t.ok((await submit({ thread: threadId, role: 'buyer', text: '  ' })).get('error'))
  t.ok((await submit({ thread: 'unknown', role: 'buyer', text: 'Halo' })).get('error'))
  const offer = await submit({ role: 'buyer', about: 'offer', text: 'Czy jest dostępny?' })
  t.match(sandbox.thread(offer.get('thread') ?? '').entities, [{ type: 'MMP_OFFER' }])
  const shopOnly = await submit({ role: 'operator', about: 'operator', to: 'SHOP', text: 'Regulamin' })
  t.match(sandbox.thread(shopOnly.get('thread') ?? '').entities, [{ type: 'SELLER_OPERATOR' }])
})

t.test('markup is shown as text and a lone < stays', (t) => {
  t.notOk(looksLikeHtml('szczelina ma <2 mm, a > b'))
  t.equal(readableText('szczelina ma <2 mm'), 'szczelina ma <2 mm')
  t.equal(readableText('<p>Dzień&nbsp;dobry,<br/>tak &lt;3</p><ul><li>raz</li></ul>'), 'Dzień dobry,\ntak <3\n\n• raz')
  t.equal(readableText('<html><head><style>p {}</style></head><body><p>Tak</p></body></html>'), 'Tak')
  t.end()
})

t.test('a reply that arrives over the API shows in the open conversation by itself', { skip }, async (t) => {
  const { sandbox, url, send } = await startSandbox(t)
  const { threadId } = sandbox.buyerWrites({ shopId, text: 'Gdzie paczka?' })
  const chrome = await chromium.launch({
    executablePath: browser,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
  t.teardown(() => chrome.close())
  const page = await chrome.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${url}/?thread=${threadId}`)
  await page.fill('textarea', 'Nie gub mnie')
  await send(threadId, { body: 'Paczka jest w drodze', to: [{ type: 'CUSTOMER' }] })
  await page.getByText('Paczka jest w drodze').last().waitFor()
  t.equal(await page.inputValue('textarea'), 'Nie gub mnie')
  await page.click('text=Wyślij')
  await page.getByText('Nie gub mnie').last().waitFor()
  t.equal(sandbox.thread(threadId).messages.length, 3)
  t.same(complaints, [])
})
