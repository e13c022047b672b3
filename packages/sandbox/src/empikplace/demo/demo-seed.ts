import type { AttachmentInput, EmpikPlaceSeed, OrderInput } from '../model/inputs.ts'
import { demoPicture } from './demo-picture.ts'
import { longTalk, operatorNotice, outlookHtml } from './demo-texts.ts'

/** Fixed and documented, so that a demo connects without looking anything up. */
export const empikPlaceDemo = {
  shopId: 37001,
  suspendedShopId: 37002,
  apiKey: '00000000-0000-4000-8000-000000037001',
  /** Sees both shops; its default shop is the suspended, empty one. */
  twoShopApiKey: '00000000-0000-4000-8000-000000037002',
} as const

const day = 1440
const { shopId, suspendedShopId } = empikPlaceDemo
const anna = { id: 'c-700123', firstname: 'Anna', lastname: 'Kowalczyk', displayName: 'Anna K.' }
const jozef = {
  id: 'c-700245',
  firstname: 'Józef',
  lastname: 'Żółć',
  displayName: 'Józef Ż.',
  organization: { id: 'org-55', displayName: 'Źródło & Syn' },
}
const malgorzata = { id: 'c-700377', firstname: 'Małgorzata', lastname: 'Ćwiąkała', displayName: 'Małgorzata Ć.' }
const guest = { firstname: 'Łukasz', lastname: 'Gościński', displayName: 'Łukasz G.' }

const lamp = {
  title: 'Lampka biurkowa LED „Świetlik”',
  sku: 'LMP-210',
  productSku: 'p1450021',
  category: 'Oświetlenie',
}
const mug = { title: 'Kubek ceramiczny „Żółw” 350 ml', sku: 'KUB-001', productSku: 'p1450107', category: 'Kuchnia' }
const shelf = { title: 'Półka ścienna dębowa 80 cm', sku: 'POL-080', productSku: 'p1450333', category: 'Meble' }
const puzzle = {
  title: 'Puzzle „Gęsia łąka” 1000 elementów',
  sku: 'PUZ-1000',
  productSku: 'p1450444',
  category: 'Gry i puzzle',
}

/** A believable Polish shop: six conversations with buyers and a few others, one of each kind that can turn up. */
export function empikPlaceDemoSeed(): EmpikPlaceSeed {
  return {
    shops: [
      { id: shopId, name: 'Sklep Pokazowy' },
      { id: suspendedShopId, name: 'Sklep Pokazowy (zawieszony)', state: 'SUSPENDED', suspensionType: 'MANUAL' },
    ],
    keys: [
      { key: empikPlaceDemo.apiKey, shopIds: [shopId], userName: 'obsluga@sklep-pokazowy.example' },
      {
        key: empikPlaceDemo.twoShopApiKey,
        shopIds: [suspendedShopId, shopId],
        defaultShopId: suspendedShopId,
        userName: 'biuro@sklep-pokazowy.example',
      },
    ],
    orders: demoOrders(),
    threads: [
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
    ],
  }
}

function demoOrders(): (OrderInput & { minutesAgo: number })[] {
  const inpost = {
    shippingCompany: 'InPost',
    trackingUrl: 'https://tracking.example/?numer=',
    shippingLabel: 'Paczkomat 24/7',
  }
  const order = (id: string, minutesAgo: number, rest: Partial<OrderInput>) => ({ shopId, id, minutesAgo, ...rest })
  return [
    order('81002233445-A', 3 * day + 60, {
      customer: anna,
      ...inpost,
      trackingNumber: '620000000000000000000001',
      sellerReference: 'ZAM/2201',
      address: { street: 'ul. Słoneczna 12/3', city: 'Gdańsk', zipCode: '80-001', additionalInfo: 'Domofon 12' },
      lines: [
        { ...lamp, quantity: 1, unitPrice: 129.9, shippingPrice: 11.99 },
        { ...mug, quantity: 2, unitPrice: 39.99, shippingPrice: 0 },
      ],
    }),
    order('81002233501-A', 2 * day + 200, {
      customer: jozef,
      shippingCompany: 'DPD',
      trackingNumber: '0000123456789U',
      address: { street: 'ul. Źródlana 5', city: 'Częstochowa', zipCode: '42-200' },
      lines: [{ ...lamp, quantity: 3, unitPrice: 129.9, shippingPrice: 14.99 }],
    }),
    order('81002233612-A', 4 * day, {
      customer: malgorzata,
      state: 'RECEIVED',
      ...inpost,
      hasIncident: true,
      address: { street: 'os. Przyjaźni 8/41', city: 'Poznań', zipCode: '61-680' },
      lines: [{ ...mug, quantity: 1, unitPrice: 39.99, shippingPrice: 9.99, state: 'INCIDENT_OPEN' }],
    }),
    order('81002233700-A', 5 * day, {
      customer: anna,
      state: 'CLOSED',
      shippingCompany: 'DPD',
      lines: [{ ...shelf, quantity: 2, unitPrice: 219, shippingPrice: 24.99 }],
    }),
    order('81002233820-A', 900, {
      customer: guest,
      state: 'SHIPPING',
      lines: [{ ...puzzle, quantity: 1, unitPrice: 54.5, shippingPrice: 9.99 }],
    }),
    order('81002233955-A', 40, {
      customer: malgorzata,
      state: 'WAITING_ACCEPTANCE',
      lines: [{ ...shelf, quantity: 1, unitPrice: 219, shippingPrice: 24.99 }],
    }),
  ]
}

function document(name: string): AttachmentInput {
  return {
    name,
    type: 'application/pdf',
    content: '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  }
}
