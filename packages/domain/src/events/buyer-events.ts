import { z } from 'zod'
import { byPlace, happening, instant, outcome, settlesNothing, type DataOf } from './event-type.ts'
import { personal } from './personal.ts'

const orderLine = z.looseObject({
  title: personal(z.string()),
  sku: personal(z.string()),
  quantity: z.number(),
  unitPrice: z.number(),
  total: z.number(),
  /** What of it could not be read; the number that stands there means nothing. */
  unknown: z.array(z.enum(['quantity', 'unitPrice', 'total'])).optional(),
})

/** Who writes, what he bought, and his record in the CRM. */
export const buyerEvents = {
  OrderRecorded: happening({
    version: 3,
    schema: z.looseObject({
      orderId: z.string(),
      commercialId: z.string(),
      state: z.string(),
      createdAt: instant.optional(),
      customer: z.looseObject({ id: z.string(), firstName: personal(z.string()), lastName: personal(z.string()) }),
      currency: z.string(),
      total: z.number(),
      /** It could not be read, and `total` means nothing; absent means no. */
      totalUnknown: z.boolean().optional(),
      lines: z.array(orderLine),
      delivery: z.looseObject({
        label: z.string(),
        company: z.string(),
        tracking: personal(z.string()),
        trackingUrl: personal(z.string(), ''),
      }),
      /** The buyer has opened an incident about it that is not closed; absent means no. */
      incident: z.boolean().optional(),
      /** By when it is to be sent; only while it is not. */
      shipBy: instant.optional(),
    }),
    // Version 1 told of neither incident nor deadline, and most orders have neither; both versions had 0 for what is unknown.
    upcast: { 1: (data) => data, 2: (data) => data },
    id: byPlace,
    settles: settlesNothing,
  }),

  CustomerLinked: outcome({
    version: 3,
    schema: z.looseObject({
      effectKey: z.string(),
      customerId: z.string(),
      thuliumCustomerId: z.number(),
      found: z.enum(['existing', 'created', 'adopted']),
      /** Number of CRM records that hold this id; above 1 the lowest record number was taken. */
      hits: z.number(),
      /** The record is ours and nameless: the order, and with it the buyer's name, was not known yet. */
      placeholder: z.boolean(),
      /** Thulium refused the name at its full length, and the record has the beginning of it. */
      shortened: z.boolean().optional(),
    }),
    // Version 2 parked a name that was refused for its length.
    upcast: { 2: (data) => data },
  }),

  /** The record we had created without a name was looked at again when the name was known; `named` is false where somebody else had filled it in. */
  CustomerNamed: outcome({
    version: 2,
    schema: z.looseObject({
      effectKey: z.string(),
      thuliumCustomerId: z.number(),
      named: z.boolean(),
      /** As in `CustomerLinked`. */
      shortened: z.boolean().optional(),
    }),
    // Version 1 parked a name that was refused for its length.
    upcast: { 1: (data) => data },
  }),

  /** The buyer has no CRM record, by the settings or because Thulium refused one; the ticket carries the customer id. */
  CustomerLeftOutside: outcome({
    version: 2,
    schema: z.looseObject({
      effectKey: z.string(),
      customerId: z.string(),
      /** What Thulium said to the record; absent where the settings want none. */
      refused: personal(z.string()).optional(),
    }),
    // Version 1 was always by the settings.
    upcast: { 1: (data) => data },
  }),

  /** Somebody pressed "add to CRM". */
  CustomerAdditionRequested: happening({
    version: 1,
    schema: z.looseObject({ requestedBy: z.string() }),
    id: byPlace,
    settles: settlesNothing,
  }),
}

export type OrderRecorded = DataOf<typeof buyerEvents.OrderRecorded>
