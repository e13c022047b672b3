import { withoutUndefined } from '@connector/contracts'
import type {
  EmpikAccount,
  EmpikMessage,
  EmpikOrder,
  EmpikOrderLine,
  EmpikParticipant,
  EmpikThread,
} from '@connector/contracts'
import type { Account, Order, OrderLine, Participant, Thread, ThreadMessage } from './types.ts'

function participant({ type, id, display_name }: EmpikParticipant): Participant {
  return withoutUndefined({ type, id, displayName: display_name })
}

function message(wire: EmpikMessage): ThreadMessage {
  return {
    id: wire.id,
    body: wire.body,
    dateCreated: wire.date_created,
    from: { type: wire.from.type, displayName: wire.from.display_name },
    to: wire.to.map(participant),
    attachments: wire.attachments,
  }
}

/**
 * Oldest first. EmpikPlace promises no order; dates may have whole seconds, and those of one second keep their place in a list
 * that runs forwards, and are turned round in one that runs backwards.
 */
function oldestFirst(listed: readonly ThreadMessage[]): ThreadMessage[] {
  const steps = listed
    .slice(1)
    .map(({ dateCreated }, index) => Number(dateCreated) - Number(listed[index]?.dateCreated))
  const backwards = steps.every((step) => step <= 0) && steps.some((step) => step < 0)
  const messages = backwards ? listed.toReversed() : [...listed]
  return messages.sort((a, b) => a.dateCreated.getTime() - b.dateCreated.getTime())
}

export function threadFromWire(wire: EmpikThread): Thread {
  const messages = oldestFirst(wire.messages.map(message))
  return withoutUndefined({
    id: wire.id,
    topic: wire.topic,
    entities: wire.entities,
    authorizedParticipants: wire.authorized_participants.map(participant),
    currentParticipants: wire.current_participants.map(participant),
    dateCreated: wire.date_created,
    dateUpdated: wire.date_updated,
    totalCount: wire.metadata.total_count,
    lastMessageDate: wire.metadata.last_message_date,
    shopReplyNeededSince: wire.metadata.shop_reply_needed_since ?? null,
    messages,
    unreadableMessages: wire.unreadable_messages,
    unreadableParts: wire.unreadable_parts,
  })
}

export function accountFromWire(wire: EmpikAccount): Account {
  return withoutUndefined({
    shopId: wire.shop_id,
    shopName: wire.shop_name,
    shopState: wire.shop_state,
    suspensionType: wire.suspension_type,
    currency: wire.currency_iso_code,
    averageReplySeconds: wire.order_messages_response_delay,
  })
}

function orderLine(wire: EmpikOrderLine): OrderLine {
  return withoutUndefined({
    id: wire.order_line_id,
    index: wire.order_line_index,
    state: wire.order_line_state,
    productTitle: wire.product_title,
    productSku: wire.product_sku,
    productShopSku: wire.product_shop_sku,
    offerId: wire.offer_id,
    offerSku: wire.offer_sku,
    quantity: wire.quantity,
    unitPrice: wire.price_unit,
    price: wire.price,
    shippingPrice: wire.shipping_price,
    totalPrice: wire.total_price,
    categoryLabel: wire.category_label,
    images: wire.product_medias.map(({ media_url, type, mime_type }) =>
      withoutUndefined({ path: media_url, type, mimeType: mime_type }),
    ),
  })
}

export function orderFromWire(wire: EmpikOrder): Order {
  const { customer } = wire
  return withoutUndefined({
    id: wire.order_id,
    commercialId: wire.commercial_id,
    state: wire.order_state,
    createdDate: wire.created_date,
    updatedDate: wire.last_updated_date,
    shippingDeadline: wire.shipping_deadline,
    customer:
      customer === undefined
        ? undefined
        : withoutUndefined({
            id: customer.customer_id,
            firstName: customer.firstname,
            lastName: customer.lastname,
            locale: customer.locale,
          }),
    currency: wire.currency_iso_code,
    price: wire.price,
    shippingPrice: wire.shipping_price,
    totalPrice: wire.total_price,
    hasCustomerMessage: wire.has_customer_message,
    hasIncident: wire.has_incident,
    hasInvoice: wire.has_invoice,
    shippingTypeLabel: wire.shipping_type_label,
    shippingCompany: wire.shipping_company,
    trackingNumber: wire.shipping_tracking,
    trackingUrl: wire.shipping_tracking_url,
    pickupPointId: wire.shipping_pudo_id,
    sellerReference: wire.references.order_reference_for_seller,
    lines: wire.order_lines.map(orderLine),
  })
}
