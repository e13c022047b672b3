import { documents } from './documents.ts'
import { orders } from './orders.ts'
import { shop } from './shop.ts'
import { threads } from './threads.ts'
import { createTransport, type TransportOptions } from './transport.ts'
import type { EmpikPlaceClient } from './types.ts'

export type EmpikPlaceClientOptions = TransportOptions

/**
 * See {@link EmpikPlaceClient}. Throws a TypeError when the base URL is none. Every request carries the shop's id, also
 * where EmpikPlace calls it optional.
 */
export function createEmpikPlaceClient(options: EmpikPlaceClientOptions): EmpikPlaceClient {
  const transport = createTransport(options)
  return { ...shop(transport), ...threads(transport), ...orders(transport), ...documents(transport) }
}
