import type { AttachmentInput, EmpikPlaceSeed } from '../model/inputs.ts'
import { puzzle } from './demo-goods.ts'
import { day, empikPlaceDemo } from './demo-ids.ts'
import { guest, malgorzata } from './demo-people.ts'
import { demoPicture } from './demo-picture.ts'
import { longTalk, operatorNotice, outlookHtml } from './demo-texts.ts'

const { shopId } = empikPlaceDemo

function document(name: string): AttachmentInput {
  return {
    name,
    type: 'application/pdf',
    content: '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  }
}

type Threads = NonNullable<EmpikPlaceSeed['threads']>

/** Six conversations with buyers. */
export const talksWithBuyers = (): Threads => [
  {
    shopId,
    orderId: '81002233445-A',
    topic: { type: 'FREE_TEXT', value: 'Pytanie o przesyłkę' },
    messages: [
      {
        by: 'buyer',
        text: 'Dzień dobry,<br />kiedy dotrze paczka? Śledzenie od wczoraj pokazuje „w sortowni” 😕',
        minutesAgo: 55,
        attachments: [demoPicture('zdjęcie śledzenia.png', 210)],
      },
    ],
  },
  {
    shopId,
    orderId: '81002233445-A',
    topic: { type: 'REASON_CODE', value: '27' },
    messages: [
      { by: 'buyer', text: 'Proszę jeszcze o paragon do tego zamówienia.', minutesAgo: 3 * day },
      {
        by: 'seller',
        text: 'Dzień dobry, paragon w załączniku. Pozdrawiamy!',
        minutesAgo: 3 * day - 90,
        attachments: [document('paragon.pdf')],
      },
    ],
  },
  {
    shopId,
    orderId: '81002233501-A',
    topic: { type: 'FREE_TEXT', value: 'Faktura' },
    messages: [
      { by: 'buyer', text: 'Czy wystawiacie Państwo faktury z odroczonym terminem?', minutesAgo: 2 * day },
      { by: 'seller', text: 'Tak, do 14 dni. Proszę o dane firmy.', minutesAgo: 2 * day - 45 },
      { by: 'buyer', text: outlookHtml, minutesAgo: 190 },
    ],
  },
  {
    shopId,
    orderId: '81002233612-A',
    topic: { type: 'REASON_CODE', value: '28' },
    messages: [
      {
        by: 'buyer',
        text: 'Kubek przyszedł pęknięty. Szczelina ma <2 mm, ale i tak cieknie 😢 Zwracam czy wymieniacie?',
        minutesAgo: 1500,
        attachments: [demoPicture('pęknięcie 1.png', 25), demoPicture('pęknięcie 2.png', 140)],
      },
      { by: 'operator', to: 'SHOP', text: operatorNotice, minutesAgo: 1400 },
      { by: 'seller', text: 'Bardzo przepraszamy! Wyślemy nowy kubek jeszcze dziś.', minutesAgo: 1380 },
      {
        by: 'operator',
        to: 'CUSTOMER',
        text: 'Sprzedawca zaproponował wymianę. Czy to w porządku?',
        minutesAgo: 1300,
      },
      { by: 'buyer', text: 'Tak, wymiana będzie OK 👍 Dziękuję!', minutesAgo: 240 },
    ],
  },
  {
    shopId,
    orderId: '81002233700-A',
    topic: { type: 'FREE_TEXT', value: 'Montaż półki' },
    messages: longTalk(137),
  },
  {
    shopId,
    customer: guest,
    entities: [{ type: 'MMP_OFFER', id: '400121', label: puzzle.title }],
    topic: { type: 'FREE_TEXT', value: 'Pytanie o produkt' },
    messages: [
      { by: 'buyer', text: 'Czy puzzle mają wszystkie 1000 elementów? Poprzednie miały 999… 🧩', minutesAgo: 20 },
    ],
  },
]

/** One of each other kind that can turn up. */
export const otherTalks = (): Threads => [
  {
    shopId,
    topic: { type: 'REASON_CODE', value: 'MMP_SELLER_MESSAGING_ONBOARDING' },
    messages: [
      {
        by: 'operator',
        to: 'SHOP',
        text: 'Witamy na EmpikPlace! Prosimy uzupełnić regulamin zwrotów.',
        minutesAgo: 20 * day,
      },
      { by: 'seller', to: ['OPERATOR'], text: 'Uzupełnione, dziękujemy.', minutesAgo: 19 * day },
    ],
  },
  {
    shopId,
    orderId: '81002233820-A',
    topic: { type: 'FREE_TEXT', value: 'Faktura do zamówienia' },
    messages: [
      {
        by: 'seller',
        text: 'Dziękujemy za zakup! W załączniku faktura. Wiadomość wysłana automatycznie.',
        minutesAgo: 700,
        attachments: [document('faktura_FV_2201.pdf')],
      },
    ],
  },
  ...(['MPS_ORDER', 'MPS_SERVICE'] as const).map((type) => ({
    shopId,
    customer: malgorzata,
    entities: [{ type, id: `${type.toLowerCase()}-1`, label: 'Usługa montażu' }],
    topic: { type: 'FREE_TEXT', value: 'Montaż w domu' },
    messages: [{ by: 'buyer' as const, text: 'Czy montaż jest możliwy w sobotę?', minutesAgo: 9 * day }],
  })),
]
