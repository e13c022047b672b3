import type { World } from '../world/conversations.ts'
import type { Address, Order, OrderLine } from '../model/model.ts'
import { wireDate } from '../model/date.ts'
import { unknownField } from './thread-view.ts'

// Before these states are left, Mirakl shows no address (OpenAPI, OR11 customer.shipping_address).
const statesWithoutAddress = new Set(['STAGING', 'WAITING_ACCEPTANCE', 'WAITING_DEBIT', 'WAITING_DEBIT_PAYMENT'])
const commissionRate = 0.15

/** An order as OR11 answers it: every field the OpenAPI requires, and the optional ones a ticket needs. */
export function wireOrder(world: World, order: Order): Record<string, unknown> {
  const { switches } = world
  const price = sum(order.lines.map((line) => line.unitPrice * line.quantity))
  const shipping = sum(order.lines.map((line) => line.shippingPrice))
  const hasAddress = !statesWithoutAddress.has(order.state)
  const created = wireDate(order.createdAt, switches)
  return {
    order_id: order.id,
    commercial_id: order.commercialId,
    order_state: order.state,
    order_state_reason_code: null,
    order_state_reason_label: null,
    created_date: created,
    last_updated_date: wireDate(order.updatedAt, switches),
    shipping_deadline: wireDate(order.createdAt + 3 * 86_400_000, switches),
    channel: { code: order.channel, label: 'Empik.com' },
    can_cancel: false,
    can_shop_ship: order.state === 'SHIPPING',
    currency_iso_code: 'PLN',
    customer: {
      customer_id: order.customer.id,
      firstname: order.customer.firstname,
      lastname: order.customer.lastname,
      locale: 'pl_PL',
      billing_address: hasAddress ? wireAddress(order, order.billingAddress) : null,
      shipping_address: hasAddress ? wireAddress(order, order.shippingAddress) : null,
      ...(order.customer.organization && {
        organization: {
          organization_id: order.customer.organization.id,
          name: order.customer.organization.displayName,
        },
      }),
    },
    customer_notification_email: `notification+${order.id.toLowerCase()}@notification.mirakl.example`,
    fulfillment: { center: { code: 'DEFAULT' } },
    fully_refunded: false,
    has_customer_message: hasCustomerMessage(world, order),
    has_incident: order.hasIncident,
    has_invoice: false,
    leadtime_to_ship: 2,
    order_additional_fields: [],
    order_lines: order.lines.map((line, at) => wireLine(order, line, at + 1, created)),
    order_tax_mode: 'TAX_INCLUDED',
    paymentType: 'PAYU',
    payment_type: 'PAYU',
    payment_workflow: 'PAY_ON_ACCEPTANCE',
    price,
    promotions: { applied_promotions: [], total_deduced_amount: 0 },
    references: {
      ...(order.sellerReference !== undefined && { order_reference_for_seller: order.sellerReference }),
    },
    shipping_company: order.shippingCompany ?? null,
    shipping_price: shipping,
    shipping_tracking: order.trackingNumber ?? null,
    shipping_tracking_url: order.trackingUrl ?? null,
    shipping_type_code: 'KURIER',
    shipping_type_label: order.shippingLabel,
    shipping_zone_code: 'PL',
    shipping_zone_label: 'Polska',
    total_commission: money(price * commissionRate),
    total_price: money(price + shipping),
    ...unknownField(world),
  }
}

function wireLine(order: Order, line: OrderLine, index: number, created: string): Record<string, unknown> {
  const price = money(line.unitPrice * line.quantity)
  const commission = money(price * commissionRate)
  return {
    order_line_id: `${order.id}-${index}`,
    order_line_index: index,
    order_line_state: line.state ?? order.state,
    order_line_state_reason_code: null,
    order_line_state_reason_label: null,
    can_refund: order.state === 'SHIPPED' || order.state === 'RECEIVED',
    cancelations: [],
    category_code: 'c-100',
    category_label: line.category,
    commission_fee: commission,
    commission_rate_vat: 23,
    commission_vat: money(commission * 0.23),
    created_date: created,
    description: '',
    last_updated_date: created,
    offer_id: 400_000 + index,
    offer_sku: line.sku,
    offer_state_code: '11',
    order_line_additional_fields: [],
    price,
    price_unit: line.unitPrice,
    // Relative on purpose: the host has to be put in front by the reader.
    product_medias: ['SMALL', 'MEDIUM', 'LARGE'].map((type) => ({
      media_url: `/media/product/image/${order.id}-${index}-${type.toLowerCase()}`,
      mime_type: 'JPEG',
      type,
    })),
    product_sku: line.productSku,
    product_title: line.title,
    quantity: line.quantity,
    refunds: [],
    shipping_price: line.shippingPrice,
    shipping_taxes: [],
    taxes: [],
    total_commission: commission,
    total_price: money(price + line.shippingPrice),
  }
}

function wireAddress(order: Order, address: Address): Record<string, unknown> {
  return {
    firstname: order.customer.firstname,
    lastname: order.customer.lastname,
    street_1: address.street,
    city: address.city,
    zip_code: address.zipCode,
    country: 'Polska',
    country_iso_code: 'POL',
    ...(address.phone !== undefined && { phone: address.phone }),
    ...(address.additionalInfo !== undefined && { additional_info: address.additionalInfo }),
  }
}

function hasCustomerMessage({ state }: World, order: Order): boolean {
  for (const thread of state.threadsOfEntity(order.shopId, 'MMP_ORDER', order.id)) {
    if (thread.messages.some((message) => message.from.type === 'CUSTOMER_USER')) return true
  }
  return false
}

function sum(amounts: number[]): number {
  return money(amounts.reduce((total, amount) => total + amount, 0))
}

function money(amount: number): number {
  return Math.round(amount * 100) / 100
}
