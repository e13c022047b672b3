import t from 'tap'
import { messageText, readReply } from '../src/mail/index.ts'

t.test('a picture is told of wherever it stood', (t) => {
  for (const [body, text] of [
    ['<table><tr><td><img src="cid:1" alt=""></td><td>Kliknij</td></tr></table>', 'Kliknij'],
    ['<table><tr><td>Kliknij</td><td><img src="cid:1"></td><td>tutaj</td></tr></table>', 'Kliknij | – | tutaj'],
    ['<p>Patrz:</p><div style="width:300px;height:200px;background:url(x.png) no-repeat"></div>', 'Patrz:'],
    ['<p>Patrz [image: zrzut.png] niżej</p>', 'Patrz niżej'],
    ['<p>Patrz [cid:image001.png@01D9] niżej</p>', 'Patrz niżej'],
    ['Patrz ![zrzut ekranu](data:image/png;base64,iVBORw0KGgo=) niżej', 'Patrz zrzut ekranu niżej'],
    ['Patrz: data:image/png;base64,iVBORw0KGgo=', 'Patrz:'],
    ['<p>Patrz</p><input type="image" src="a.png" alt="KOD 5">', 'Patrz\n\nKOD 5'],
  ] as const)
    t.match(readReply(body), { text, leftOut: [{ kind: 'picture' }] }, body)
  t.same(
    readReply('<div style="background:url(x.png)">Dzień dobry</div>').leftOut,
    [],
    'but of an ornament behind words',
  )
  t.end()
})

t.test('what a style sheet hides is hidden, however it says so', (t) => {
  for (const sheet of [
    '@media all{.pre{display:none}}',
    '@media only screen{.a,.pre{display:none}}',
    '@import url(a.css);.pre{display:none}',
    '@charset "utf-8";@font-face{font-family:x;src:url(a)}.pre{display:none}',
    '.pre{opacity:0}',
    '.pre{font-size:0}',
    '.pre{max-height:0;overflow:hidden}',
    '.pre{visibility:collapse}',
    '.pre{position:absolute;left:-9999px}',
    'div.outer > .pre{display:none}',
    '.outer>span{display:none}',
    '.pre[data-x="1"]{display:none}',
    '[data-x]{mso-hide:all}',
    '.pre{display:block}.pre{display:none}',
  ]) {
    const body = `<style>${sheet}</style><div class="outer"><span class="pre" data-x="1">Podgląd</span></div><p>Jedzie.</p>`
    t.match(readReply(body), { text: 'Jedzie.', leftOut: [{ kind: 'hidden' }] }, sheet)
    t.equal(messageText(body), 'Jedzie.', sheet)
  }
  t.end()
})

t.test('what a style sheet shows is laid out as if there were none', (t) => {
  for (const sheet of [
    '.pre{display:none}.pre{display:block}',
    '@media screen and (max-width:480px){.pre{display:none}}',
    '.other .pre{display:none}',
    '.pre:hover{display:none}',
    '.pre{opacity:.5}',
    '.pre{font-size:0}',
  ]) {
    const cells = '<td style="font-size:14px">81002</td><td style="font-size:14px">39,99 zł</td>'
    const body = `<style>${sheet}</style><table><tr class="pre">${cells}</tr></table><p>Jedzie.</p>`
    t.equal(readReply(body).text, '81002 | 39,99 zł\n\nJedzie.', sheet)
  }
  t.equal(
    readReply(
      '<style>.l{visibility:hidden}</style><a class="l" href="https://a.example/x" style="visibility:visible">tu</a>',
    ).text,
    'tu (https://a.example/x)',
  )
  t.equal(
    readReply('<div style="visibility:hidden"><span style="visibility:visible">Kod 5</span></div><p>A</p>').text,
    'Kod 5\n\nA',
  )
  t.end()
})

t.test('formulas are words', (t) => {
  const math = (inside: string): string => `<math>${inside}</math>`
  for (const [inside, words] of [
    ['<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>', '(a + b)/2'],
    ['<msqrt><mn>16</mn></msqrt><mo>=</mo><mn>4</mn>', '√16 = 4'],
    ['<mroot><mn>8</mn><mn>3</mn></mroot>', '³√8'],
    ['<msub><mi>x</mi><mn>1</mn></msub><mo>&lt;</mo><msup><mi>e</mi><mi>n</mi></msup>', 'x_1 < e^n'],
    ['<mtext>cena </mtext><mn>5</mn><mspace width="1em"/><mtext> zł</mtext>', 'cena 5 zł'],
    ['<mtable><mtr><mtd>1</mtd><mtd>2</mtd></mtr><mtr><mtd>3</mtd><mtd>4</mtd></mtr></mtable>', '1 | 2\n3 | 4'],
    ['<mfenced><mi>x</mi><mi>y</mi></mfenced><mn>2</mn></mrow>', '(x, y)2'],
    ['<mi>x', 'x'],
  ] as const) {
    t.equal(readReply(`<p>${math(inside)}</p>`).text, words, inside)
    t.equal(messageText(math(inside).replaceAll('<m', '<mml:m').replaceAll('</m', '</mml:m')), words, inside)
  }
  t.equal(messageText('zamykam <math> i tyle'), 'zamykam <math> i tyle')
  t.end()
})
