import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import t from 'tap'
import { barriers, launchBrowser, newWindow, noBrowser, scrollsSideways, watchPage } from './support/console-browser.ts'
import { picture } from './support/pictures.ts'
import { createStandaloneHome } from './support/standalone-process.ts'

t.setTimeout(600_000)

interface Message {
  body: string
  from: { type: string }
  to: { type: string }[]
  attachments: { name: string }[]
}

// One world for all of it: each step begins where the one before has ended.
t.test('answers from the console', { skip: noBrowser }, async (t) => {
  const home = await createStandaloneHome()
  const browser = await launchBrowser()
  t.teardown(async () => {
    await browser.close()
    await home.dispose()
  })
  let started = home.start()
  await started.ready
  const context = await newWindow(browser, { viewport: { width: 1280, height: 900 } })
  // Ten seconds of them are those in which an answer can be taken back.
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const seen = watchPage(page, home.url.api)
  const post = async (url: string, body: object): Promise<Response> => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    t.ok(answer.ok, url)
    return answer
  }
  const empik = `${home.url.empikplace}/__sandbox`
  const threadsOf = async (): Promise<{ id: string; topic: { value: string }; messages: Message[] }[]> =>
    ((await (await fetch(`${empik}/shops/37001/threads`)).json()) as { threads: never[] }).threads
  const messagesOf = async (topic: string): Promise<Message[]> =>
    (await threadsOf()).find((thread) => thread.topic.value === topic)?.messages ?? []
  const begin = async (topic: string, text: string): Promise<void> => {
    await post(`${empik}/buyer-writes`, {
      shopId: 37001,
      orderId: '81002233445-A',
      topic: { type: 'FREE_TEXT', value: topic },
      text,
    })
  }
  const open = async (topic: string): Promise<void> => {
    await page.getByTestId('conversation').filter({ hasText: topic }).click()
    await page.getByRole('heading', { level: 2, name: topic }).waitFor()
    await page.locator('[data-testid=stands][data-at=inTicket]').first().waitFor()
  }
  /** Handed to the browser by its path: through the protocol 11 MB take half a minute on a slow machine. */
  const onDisk = async (name: string, bytes: number): Promise<string> => {
    const path = join(home.folder, name)
    await writeFile(path, Buffer.alloc(bytes, 37))
    return path
  }
  const field = page.getByTestId('answer-text')
  const send = page.getByTestId('send')
  /** What the buyer sees is asked for until it is there: nothing tells the browser of the other side. */
  const until = async (what: string, isThere: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 300; tries += 1) {
      if (await isThere()) return
      await rest(100)
    }
    t.fail(what)
  }

  await t.test('a draft warns, can be taken back, and reaches the buyer once', async (t) => {
    await begin('Pytanie o paczkę', 'Kiedy wyślecie paczkę?')
    await page.goto(`${home.url.api}/zgloszenia?widok=waiting`)
    await open('Pytanie o paczkę')
    await field.fill('Dzień dobry, wysyłamy jutro. Proszę dzwonić: 600 700 800')
    await page.locator('[data-warning=phone]').waitFor()
    t.strictSame(await barriers(page), [])
    await picture(page, 'answer-warning')
    await page.getByRole('button', { name: 'Wyślij do klienta' }).click()
    await page.getByTestId('undo').waitFor()
    await picture(page, 'answer-undo', 'once')
    await page
      .getByTestId('undo')
      .getByRole('button', { name: /Cofnij/ })
      .click()
    await page.locator('[data-testid=stands][data-at=withdrawn]').waitFor()
    t.match(await field.inputValue(), /600 700 800/, 'the text is there again')
    await field.fill('Dzień dobry, wysyłamy jutro.')
    await page.locator('[data-warning=phone]').waitFor({ state: 'detached' })
    await field.press('Control+Enter')
    await page.locator('[data-testid=stands][data-at=sent]').waitFor()
    t.equal(await field.inputValue(), '')
    const sent = (await messagesOf('Pytanie o paczkę')).filter(({ from }) => from.type === 'SHOP_USER')
    t.match(sent, [{ body: /wysyłamy jutro/, to: [{ type: 'CUSTOMER' }] }])
    t.equal(sent.length, 1, 'and what was taken back never left')
  })

  await t.test('the ticket shows what was sent, and nobody takes it for an answer of an agent', async (t) => {
    await page.getByText('Dodano komentarz wewnętrzny', { exact: false }).waitFor({ state: 'attached' })
    const thulium = await context.newPage()
    await thulium.goto((await page.getByTestId('ticket-link').getAttribute('href')) ?? '')
    await thulium.getByText('[Odpowiedź z konsoli]', { exact: false }).waitFor()
    await thulium.close()
    await page.getByRole('button', { name: 'Komentarz wewnętrzny' }).click()
    await field.fill('Zapytać magazyn o termin.')
    await send.click()
    const comment = page.getByTestId('message').filter({ hasText: 'Zapytać magazyn' })
    await comment.locator('[data-at=inTicket]').waitFor()
    await picture(page, 'answer-comment')
    await page.getByRole('button', { name: 'Odpowiedź', exact: true }).click()
    const answers = (await messagesOf('Pytanie o paczkę')).filter(({ from }) => from.type === 'SHOP_USER')
    t.equal(answers.length, 1, 'neither went out again')
  })

  await t.test('what is sent before it is known how it would go out goes as soon as that is known', async (t) => {
    await begin('Pytanie w pośpiechu', 'Jesteście jutro?')
    let answerNow = (): void => undefined
    const asked = new Promise<void>((resolve) => (answerNow = resolve))
    await page.route('**/answers/preview', async (route) => {
      await asked
      await route.continue()
    })
    await page.goto(`${home.url.api}/zgloszenia?widok=waiting`)
    await open('Pytanie w pośpiechu')
    await field.fill('Tak, od ósmej.')
    await field.press('Control+Enter')
    await page.locator('[data-testid=send][data-loading]').waitFor()
    answerNow()
    await page.locator('[data-testid=stands][data-at=sent]').waitFor()
    t.equal(await field.inputValue(), '')
    await page.unroute('**/answers/preview')
    await page.goto(`${home.url.api}/zgloszenia?widok=all`)
    await open('Pytanie o paczkę')
  })

  await t.test('whoever would leave a waiting buyer out is asked first', async (t) => {
    const [thread] = (await threadsOf()).filter(({ topic }) => topic.value === 'Pytanie o paczkę')
    await post(`${empik}/buyer-writes`, { shopId: 37001, threadId: thread?.id, text: 'A jednak: kiedy dokładnie?' })
    await page.getByTestId('message').getByText('A jednak: kiedy dokładnie?').waitFor()
    await page.getByRole('button', { name: 'Operator', exact: true }).last().click()
    await field.fill('Proszę o sprawdzenie kuriera.')
    await page.locator('[data-warning=leaves-buyer-out]').waitFor()
    await page.getByRole('button', { name: 'Wyślij do operatora' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Klient czeka na odpowiedź', { exact: false }).waitFor()
    await picture(page, 'answer-leaves-out')
    await dialog.getByRole('button', { name: 'Anuluj' }).click()
    t.equal(await field.inputValue(), 'Proszę o sprawdzenie kuriera.', 'nothing is lost by that')
    await page.getByRole('button', { name: 'Wyślij do operatora' }).click()
    await dialog.getByRole('button', { name: 'Wyślij tylko do operatora' }).click()
    await until('the operator gets it', async () =>
      (await messagesOf('Pytanie o paczkę')).some(({ body }) => body.includes('sprawdzenie kuriera')),
    )
    const [toOperator] = (await messagesOf('Pytanie o paczkę')).filter(({ body }) => body.includes('kuriera'))
    t.match(toOperator?.to, [{ type: 'OPERATOR' }])
  })

  await t.test('a file over the limit is refused before it leaves; one that fits reaches the buyer', async (t) => {
    const file = page.getByTestId('answer-file')
    await page.getByRole('button', { name: 'Klient', exact: true }).click()
    await file.setInputFiles([await onDisk('film.pdf', 11 * 1_048_576), await onDisk('program.exe', 2)])
    // Each of them is told, not the last one only.
    await page.getByText('Plik film.pdf się nie zmieści', { exact: false }).waitFor()
    await page.getByText('EmpikPlace nie przyjmuje takich plików', { exact: false }).waitFor()
    await picture(page, 'answer-file-refused')
    await file.setInputFiles(await onDisk('etykieta.pdf', 400_000))
    await page.getByRole('button', { name: 'Usuń plik etykieta.pdf' }).waitFor()
    t.match(await page.getByTestId('meter').innerText(), /^0,4 z 10 MB/)
    await field.fill('Etykieta w załączniku.')
    await page.getByRole('button', { name: 'Wyślij do klienta' }).click()
    await until('the file arrives', async () =>
      (await messagesOf('Pytanie o paczkę')).some(({ attachments }) =>
        attachments.some(({ name }) => name === 'etykieta.pdf'),
      ),
    )
  })

  await t.test('the server is killed and started while somebody types: nothing is lost', async (t) => {
    await field.fill('To piszę, gdy serwera')
    started.process.kill('SIGKILL')
    await started.ended
    await page.getByText('Brak połączenia od', { exact: false }).first().waitFor()
    await page.getByRole('navigation').getByText('Stan nieznany').waitFor()
    await field.pressSequentially(' nie ma.')
    await send.click()
    await page.getByText('Serwer nie odpowiada', { exact: false }).first().waitFor()
    t.equal(await field.inputValue(), 'To piszę, gdy serwera nie ma.')
    await picture(page, 'answer-server-lost', 'once')
    started = home.start()
    await started.ready
    await page.getByText('Brak połączenia od', { exact: false }).first().waitFor({ state: 'detached' })
    await page.reload()
    await page.getByText('A jednak: kiedy dokładnie?').waitFor()
    t.equal(await field.inputValue(), 'To piszę, gdy serwera nie ma.', 'not even by a reload')
    await send.click()
    await until('it arrives', async () =>
      (await messagesOf('Pytanie o paczkę')).some(({ body }) => body.includes('gdy serwera nie ma')),
    )
    const times = (await messagesOf('Pytanie o paczkę')).filter(({ body }) => body.includes('gdy serwera nie ma'))
    t.equal(times.length, 1)
  })

  await t.test('an answer that EmpikPlace refused is corrected and sent', async (t) => {
    await post(`${empik}/faults`, {
      operation: 'M12',
      fault: { kind: 'status', status: 400 },
      times: 1,
    })
    await field.fill('Tego EmpikPlace nie przyjmie.')
    await send.click()
    await page.locator('[data-testid=stands][data-at=parked]').waitFor()
    await page.getByRole('link', { name: /Problemy/ }).click()
    const card = page.getByTestId('problem')
    await card.waitFor()
    await picture(page, 'problems-parked')
    await card.getByRole('button', { name: 'Popraw i wyślij' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Treść odpowiedzi', { exact: false }).fill('To EmpikPlace przyjmie.')
    t.strictSame(await barriers(page), [])
    await picture(page, 'problems-correct')
    await dialog.getByRole('button', { name: 'Popraw i wyślij' }).click()
    await page.getByText('Nic nie wymaga decyzji').waitFor()
    await until('the corrected one arrives', async () =>
      (await messagesOf('Pytanie o paczkę')).some(({ body }) => body.includes('To EmpikPlace przyjmie')),
    )
    t.notOk((await messagesOf('Pytanie o paczkę')).some(({ body }) => body.includes('nie przyjmie')))
  })

  await t.test('words are found, and what was typed survives another language and a narrow screen', async (t) => {
    await page.getByRole('link', { name: 'Zgłoszenia' }).click()
    await page.getByRole('searchbox', { name: 'Szukaj' }).fill('paczke wyslecie')
    await page.getByRole('button', { name: 'Wszystkie 1', exact: true }).waitFor()
    await until('one row is left', async () => (await page.getByTestId('conversation').count()) === 1)
    await open('Pytanie o paczkę')
    await field.fill('Half written')
    await page.getByRole('navigation').getByTestId('language').click()
    await page.getByRole('button', { name: 'Internal comment' }).waitFor()
    t.equal(await field.inputValue(), 'Half written')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    t.equal(await field.inputValue(), 'Half written')
    t.notOk(await scrollsSideways(page))
    t.strictSame(await barriers(page), [])
  })

  await t.test('nothing came from elsewhere', (t) => {
    t.strictSame(seen.elsewhere, [])
    t.end()
  })
})
