/** What programs and telephones put under a message. */
const advertisements = [
  /^(?:wysłane|wysłano|wiadomość wysłana) (?:z|ze|za pomocą|przy użyciu) (?:mojego |mojej |swojego |bezpiecznej )?(?:iphone|ipad|telefonu|smartfon|tablet|urządzenia|samsung|galaxy|huawei|xiaomi|motorol|blackberry|outlook|programu outlook|aplikacji (?:outlook|poczta|gmail|mobiln|onet|wp|interia|o2|proton|yahoo)|poczta mobilna|poczty (?:systemu windows|windows|onet|wp|w wp|o2|interia|proton|w onet)|yahoo|proton|wp(?!\p{L})|onet(?!\p{L})|interii|thunderbird)/iu,
  /^(?:pobierz|uzyskaj) (?:aplikację |program )?outlooka? (?:dla|na) (?:systemu |system |urządzeń |telefon |telefony )?(?:ios|iphone|ipad|android|windows|mac)\p{L}{0,4}\p{P}?$/iu,
  /^(?:pobierz|uzyskaj|get|download) (?:aplikację )?(?:bluemail|blue mail|spark|aqua mail|edison mail|mymail)(?: (?:dla|na|for) (?:systemu )?(?:ios|iphone|android|windows|mac)\p{L}{0,4})?\p{P}?$/iu,
  /^wysłan[eoa] za pomocą (?:bezpiecznej )?poczty e-?mail proton/iu,
  /^wysłan[eoa] z (?:mojego )?urządzenia z androidem za pomocą (?:poczty|aplikacji|programu) /iu,
  /^outlook für (?:ios|android|mac|windows)(?: (?:herunterladen|holen|beziehen))?\p{P}?$/iu,
  /^get outlook for (?:ios|iphone|ipad|android|mac|windows)\p{P}?$/iu,
  /^sent (?:from|with) (?:my (?:mobile|phone)|(?:my )?(?:iphone|ipad|samsung|galaxy|android|huawei|xiaomi|blackberry|outlook|mail for windows|yahoo|proton|mailbox|the outlook))/i,
  /^(?:von (?:meinem|meiner|meinem\/meiner) (?:iphone|ipad|samsung|galaxy|android|huawei|xiaomi|handy|smartphone|tablet|mobil).{0,40} gesendet|gesendet (?:von|mit) (?:mail(?!\p{L})|outlook|yahoo|proton|der (?:\S{1,20} ){0,2}mail app|(?:meinem|meiner) (?:iphone|ipad|samsung|galaxy|android|huawei|xiaomi|handy|smartphone|tablet)))/iu,
  /^diese nachricht wurde von meinem .{1,40} mit \S{1,20} mail gesendet/i,
  /^(?:надіслано|відправлено|отправлено) (?:зі? |із |с |за допомогою )(?:мого |моєї |моего |мобільного |мобильного |пристрою |устройства |телефону? |застосунку |додатку |додатка |приложения |программы )*(?:iphone|ipad|samsung|galaxy|android|huawei|xiaomi|outlook|yahoo|proton|ukr\.net)/iu,
  /^(?:odesláno|odoslané|odoslaná) (?:ze?|zo|pomocí|pomocou|prostřednictvím) (?:mého |môjho |svého |zařízení |zariadenia |telefonu |aplikace |aplikácie |programu )*(?:iphon|ipad|samsung|galaxy|android|huawei|xiaomi|outlook|yahoo|proton|seznam|pošty pro windows)/iu,
  /^(?:získejte|získať|získajte|отримайте|отримати|завантажте|завантажити|скачать|holen sie sich|laden sie) (?:si )?(?:aplikaci |aplikáciu |застосунок )?outlook (?:pro|pre|для|für) /iu,
  /^(?:envoyé|enviado|inviato|verzonden|trimis|išsiųsta|nosūtīts|saadetud|enviada) (?:à partir de|de|depuis|desde|do|da|dal|din|van|vanaf|met|iš|no|minu) (?:mon |ma |mi |mio |mia |meu |mijn |mano |mana )?[„"']?(?:iphone|ipad|samsung|galaxy|android|huawei|xiaomi|outlook|yahoo|proton)/iu,
  /^(?:iphone|ipad|galaxy|android)(?:\p{L}|['’]){0,8} gönderildi\p{P}?$/iu,
  /^(?:wolny od wirusów|nie zawiera wirusów|wolne od wirusów|virus-free|virenfrei)[.\s]*(?:www\.)?avast/i,
]
const maxAdvertisement = 300

const address = /\s?[(<]https?:[^)>\s]{1,300}[)>]/g
/** Proton writes links as Markdown does. */
const brackets = /[[\]]/g

/** More words than follow the name of a program or a telephone in such a line: "Wysłane z telefonu zdjęcia są zbyt małe." */
const mostWords = 3

function endsAsOne(rest: string): boolean {
  const sentence = /^.*?[.!?](?=\s|$)/.exec(rest)?.[0]
  const words = (sentence ?? '').split(/\s+/).filter((word) => /\p{L}{2}/u.test(word))
  return words.length <= mostWords
}

/** Whether a line under a message was put there by a program or a telephone. */
export function isAdvertisement(text: string): boolean {
  if (text.length > maxAdvertisement) return false
  const words = text.replace(address, '').replace(brackets, '')
  return advertisements.some((advertisement) => {
    const found = advertisement.exec(words)
    return found !== null && endsAsOne(words.slice(found[0].length))
  })
}
