import { parseOrderPage } from '@connector/contracts'
import { orderFromWire } from './from-wire.ts'
import type { Transport } from './transport.ts'
import type { EmpikPlaceClient } from './types.ts'

/** Documented maximum of one call. */
const mostOrders = 100

/** Orders that conversations are about. */
export const orders = (transport: Transport): Pick<EmpikPlaceClient, 'orders'> => ({
  async orders(orderIds, signal) {
    if (orderIds.length > mostOrders) throw new RangeError(`At most ${mostOrders} orders can be asked for at once`)
    // Without ids EmpikPlace would answer with the shop's first orders.
    if (orderIds.length === 0) return { ok: true, value: { orders: [], unreadable: [] }, serverTime: undefined }
    return transport.get(
      '/orders',
      { order_ids: orderIds.join(','), max: String(orderIds.length) },
      parseOrderPage,
      ({ items, unreadable }) => ({ orders: items.map(orderFromWire), unreadable }),
      signal,
    )
  },
})
