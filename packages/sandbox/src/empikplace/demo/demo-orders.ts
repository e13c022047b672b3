import type { OrderInput } from '../model/inputs.ts'
import { lamp, mug, puzzle, shelf } from './demo-goods.ts'
import { day, empikPlaceDemo } from './demo-ids.ts'
import { anna, guest, jozef, malgorzata } from './demo-people.ts'

const { shopId } = empikPlaceDemo

export function demoOrders(): (OrderInput & { minutesAgo: number })[] {
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
