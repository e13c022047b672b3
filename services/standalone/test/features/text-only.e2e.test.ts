import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { agentAnswers, answers, answerSeen, begin, nothingUnderWay, replies } from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'

t.setTimeout(540_000)

const fromEditor = `<div style="font-family:Arial"><p>Dzień dobry, Pani Ewo 📦</p><p>Paczka:</p>
<ol><li>nada&shy;na <b>dziś</b></li><li>u Pani w&nbsp;piątek</li></ol>
<p>Śledzenie: <a href="https://kurier.example/p/1">tutaj</a> &amp; regulamin</p>
<p>-- <br>Anna Nowak<br>tel. 22 000 00 00</p></div>
<blockquote type="cite"><p>Kiedy będzie paczka?</p></blockquote>`

const fromOutlook = `<html><body><div class="WordSection1"><p class="MsoNormal">Zwrot przyjęty.<o:p></o:p></p>
<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Od:</b> EmpikPlace<br>
<b>Wysłano:</b> poniedziałek, 2 listopada 2026 09:15<br><b>Do:</b> Sklep<br><b>Temat:</b> Zwrot</p></div>
<p class="MsoNormal">Chcę zwrócić grę</p></div></body></html>`

const footer = 'Pozdrawiamy\nSklep Demo'
const plain = [
  `Dzień dobry, Pani Ewo 📦

Paczka:

1. nadana dziś
2. u Pani w piątek

Śledzenie: tutaj (https://kurier.example/p/1) & regulamin`,
  'Zwrot przyjęty.',
].map((text) => `${text}\n\n${footer}`)

await t.test('the buyer gets plain text, without signature and history', { skip: noDatabase ?? false, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { threadId } = await begin(world, shop)
      for (const [place, html] of [fromEditor, fromOutlook].entries()) {
        agentAnswers(world, shop, threadId, html)
        await moment()
        await answerSeen(world, threadId, plain[place] ?? '')
      }
      await nothingUnderWay(world, shop)
      t.same(answers(world, threadId), plain, 'each once')
      t.equal(replies(world, shop, threadId).length, 2, 'and does not come back into the ticket')
    },
    { settings: { replies: { footer } } },
  ),
)
