import { parseAccount, parseReasons } from '@connector/contracts'
import { accountFromWire } from './from-wire.ts'
import type { Transport } from './transport.ts'
import type { EmpikPlaceClient } from './types.ts'

/** The shop itself, and what its marketplace calls its codes. */
export const shop = (transport: Transport): Pick<EmpikPlaceClient, 'account' | 'reasons'> => ({
  account: (signal) => transport.get('/account', {}, parseAccount, accountFromWire, signal),
  reasons: (signal) =>
    transport.get(
      '/reasons',
      {},
      parseReasons,
      ({ items, unreadable }) => ({
        reasons: items.map(({ code, label, type, is_shop_right }) => ({ code, label, type, forShop: is_shop_right })),
        unreadable,
      }),
      signal,
    ),
})
