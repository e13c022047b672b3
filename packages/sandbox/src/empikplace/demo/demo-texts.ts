/** Texts of the demo that are too long to stand among the data. */

/** A reply by e-mail, as Outlook makes it: styles, conditional comments, quoted history. */
export const outlookHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<style><!-- p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;} --></style>
<!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--></head>
<body lang="PL" link="#0563C1" vlink="#954F72"><div class="WordSection1">
<p class="MsoNormal">Dzień dobry,<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal">dziękuję za szybką odpowiedź. Proszę o fakturę na firmę &#8222;Źródło &amp; Syn&#8221;, NIP&nbsp;000-000-00-00.<o:p></o:p></p>
<ul type="disc"><li class="MsoNormal">1 &times; lampka</li><li class="MsoNormal">2 &times; żarówka</li></ul>
<p class="MsoNormal"><span style="color:#1F3864">Pozdrawiam<br>Józef Żółć</span><o:p></o:p></p>
<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Od:</b> Sklep Pokazowy<br><b>Temat:</b> Odpowiedź sprzedawcy</p></div>
</div></body></html>`

/** A notice the operator's automation posts. */
export const operatorNotice = `<p>Szanowny Sprzedawco,</p><p>klient zgłosił <strong>reklamację</strong> do zamówienia. Prosimy o odpowiedź w&nbsp;ciągu <b>24&nbsp;godzin</b> w&nbsp;dni robocze:</p><ul><li>sprawdź opis zgłoszenia,</li><li>zaproponuj rozwiązanie.</li></ul><p>Zespół Empik Marketplace<br/><a href="https://www.pomoc.empikplace.com/">Centrum pomocy</a></p>`

/** Numbered small talk for the thread with more than 100 messages. */
export function longTalk(count: number): { by: 'buyer' | 'seller'; text: string; minutesAgo: number }[] {
  const buyer = [
    'Czy półka utrzyma 20 kg?',
    'A jaki jest rozstaw śrub?',
    'Czy kołki są w zestawie?',
    'Dziękuję, mierzę dalej 🙂',
  ]
  const seller = [
    'Tak, do 25 kg przy ścianie z cegły.',
    'Rozstaw to 64 mm.',
    'Tak, cztery sztuki.',
    'Proszę śmiało pytać.',
  ]
  return Array.from({ length: count }, (_, at) => {
    const texts = at % 2 === 0 ? buyer : seller
    const text = `${texts[Math.floor(at / 2) % texts.length] ?? ''} (wiadomość ${at + 1} z ${count})`
    return { by: at % 2 === 0 ? 'buyer' : 'seller', text, minutesAgo: 6000 - at * 20 }
  })
}
