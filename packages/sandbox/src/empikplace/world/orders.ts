import { randomUUID } from 'node:crypto'
import type { CustomerInput, OrderInput } from '../model/inputs.ts'
import type { Address, Customer, Order, OrderLine } from '../model/model.ts'

let lastCommercialNumber = 81_002_233_000

/** Fills in whatever an order was not given, so that tests name only what they are about. */
export function buildOrder(input: OrderInput, now: number): Order {
  lastCommercialNumber += 1
  const commercialId = input.commercialId ?? (input.id ? input.id.replace(/-[A-Z]$/, '') : String(lastCommercialNumber))
  const createdAt = input.createdAt?.getTime() ?? now
  const address: Address = {
    street: 'ul. Próżna 7/9',
    city: 'Łódź',
    zipCode: '90-001',
    phone: '500600700',
    ...input.address,
  }
  return {
    id: input.id ?? `${commercialId}-A`,
    commercialId,
    shopId: input.shopId,
    state: input.state ?? 'SHIPPED',
    customer: buildCustomer(input.customer),
    createdAt,
    updatedAt: createdAt,
    channel: input.channel ?? 'empik',
    billingAddress: address,
    shippingAddress: address,
    ...(input.shippingCompany !== undefined && { shippingCompany: input.shippingCompany }),
    ...(input.trackingNumber !== undefined && { trackingNumber: input.trackingNumber }),
    ...(input.trackingUrl !== undefined && { trackingUrl: input.trackingUrl }),
    shippingLabel: input.shippingLabel ?? 'Kurier',
    hasIncident: input.hasIncident ?? false,
    ...(input.sellerReference !== undefined && { sellerReference: input.sellerReference }),
    lines: (input.lines ?? [{}]).map(buildLine),
  }
}

/** A customer without an id is a guest: every purchase gets a new one. */
export function buildCustomer(input: CustomerInput = {}): Customer {
  const firstname = input.firstname ?? 'Anna'
  const lastname = input.lastname ?? 'Kowalska'
  return {
    id: input.id ?? `guest-${randomUUID().slice(0, 12)}`,
    firstname,
    lastname,
    displayName: input.displayName ?? `${firstname} ${lastname.slice(0, 1)}.`,
    ...(input.organization && { organization: input.organization }),
  }
}

function buildLine(input: Partial<OrderLine>): OrderLine {
  return {
    title: 'Kubek ceramiczny „Żółw”',
    sku: 'KUB-001',
    productSku: 'p1234567',
    quantity: 1,
    unitPrice: 39.99,
    shippingPrice: 9.99,
    category: 'Dom i ogród',
    ...input,
  }
}
