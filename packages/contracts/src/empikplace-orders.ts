import { z } from 'zod'
import { listed } from './listed.ts'
import { isObject, readElements } from './page.ts'
import type { Page, Parsed, Unreadable } from './page.ts'
import { saysError } from './says-error.ts'
import {
  flag,
  isNoNumber,
  looseList,
  looseText,
  openType,
  optionalInstant,
  optionalNumber,
  optionalStringId,
  optionalText,
  stringId,
} from './tolerant.ts'

/* Reads EmpikPlace orders (OR11): what a ticket shows about them. Addresses and tax data are never read. */

const empikOrderCustomer = z.object({
  customer_id: optionalStringId,
  firstname: looseText,
  lastname: looseText,
  locale: optionalText,
})

const empikProductMedia = z.object({ media_url: z.string().min(1), mime_type: optionalText, type: openType })

/** A product without an id was bought all the same. */
export const empikOrderLine = z.object({
  order_line_id: stringId.catch(''),
  order_line_index: optionalNumber,
  order_line_state: openType,
  product_title: looseText,
  product_sku: optionalText,
  product_shop_sku: optionalText,
  offer_id: optionalStringId.catch(undefined),
  offer_sku: optionalText,
  quantity: optionalNumber,
  price_unit: optionalNumber,
  price: optionalNumber,
  shipping_price: optionalNumber,
  total_price: optionalNumber,
  category_label: optionalText,
  product_medias: looseList(empikProductMedia),
})

export const empikOrder = z.object({
  order_id: stringId,
  commercial_id: optionalStringId,
  order_state: openType,
  created_date: optionalInstant,
  last_updated_date: optionalInstant,
  shipping_deadline: optionalInstant,
  customer: z.preprocess((value) => (isObject(value) ? value : undefined), empikOrderCustomer.optional()),
  currency_iso_code: optionalText,
  price: optionalNumber,
  shipping_price: optionalNumber,
  total_price: optionalNumber,
  has_customer_message: flag,
  has_incident: flag,
  has_invoice: flag,
  shipping_type_label: optionalText,
  shipping_company: optionalText,
  shipping_tracking: optionalText,
  shipping_tracking_url: optionalText,
  shipping_pudo_id: optionalText,
  references: z
    .object({ order_reference_for_seller: optionalText, order_reference_for_customer: optionalText })
    .catch({}),
  order_lines: looseList(empikOrderLine),
})

export type EmpikOrder = z.output<typeof empikOrder>
export type EmpikOrderLine = z.output<typeof empikOrderLine>

const amounts = ['total_price', 'price', 'shipping_price'] as const
const lineAmounts = ['quantity', 'price_unit', 'price'] as const

/**
 * What an order is shown without, though it is there: an amount that cannot be read would pass for nothing to pay, and a
 * product for one that was not bought.
 */
function partsOf(order: unknown): Unreadable[] {
  if (!isObject(order) || !stringId.safeParse(order['order_id']).success) return []
  const id = stringId.parse(order['order_id'])
  const lost = amounts.flatMap((name): [string, unknown][] => (isNoNumber(order[name]) ? [[name, order[name]]] : []))
  const lines = listed(order['order_lines'])
  if (lines === undefined) lost.push(['order_lines', order['order_lines']])
  for (const [index, line] of (lines ?? []).entries())
    if (!isObject(line)) lost.push([`order_lines.${index}`, line])
    else if (!empikOrderLine.safeParse(line).success) lost.push([`order_lines.${index}`, line['order_line_id']])
    else
      for (const name of lineAmounts)
        if (isNoNumber(line[name])) lost.push([`order_lines.${index}.${name}`, line[name]])
  if (lost.length === 0) return []
  const names = lost.map(([name]) => name).join(', ')
  const reason = `Shown without ${names}, which cannot be read: look at the order in the panel of EmpikPlace`
  return [{ raw: { order_id: id, ...Object.fromEntries(lost) }, reason, id }]
}

/** OR11. Ids that the shop does not have are simply missing. */
export function parseOrderPage(document: unknown): Parsed<Page<EmpikOrder> & { total_count: number | undefined }> {
  if (!isObject(document) || !Array.isArray(document['orders']) || saysError(document))
    return { ok: false, reason: 'orders is not a list' }
  const total = optionalNumber.parse(document['total_count'])
  const { items, unreadable } = readElements(document['orders'], empikOrder, 'order_id')
  return {
    ok: true,
    value: { items, unreadable: [...unreadable, ...document['orders'].flatMap(partsOf)], total_count: total },
  }
}
