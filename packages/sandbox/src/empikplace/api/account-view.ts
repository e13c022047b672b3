import type { World } from '../world/conversations.ts'
import type { Shop } from '../model/model.ts'
import { wireDate } from '../model/date.ts'

/** A shop as A01 answers it: every field the OpenAPI requires, with bank and tax data that no client should keep. */
export function wireAccount({ state, switches }: World, shop: Shop): Record<string, unknown> {
  const created = wireDate(shop.createdAt, switches)
  const address = { city: 'Łódź', country_iso_code: 'POL', street_1: 'ul. Próżna 7', zip_code: '90-001' }
  return {
    shop_id: shop.id,
    shop_name: shop.name,
    shop_state: shop.state,
    suspension_type: shop.suspensionType ?? null,
    currency_iso_code: 'PLN',
    channels: ['empik'],
    domains: ['PRODUCT'],
    date_created: created,
    last_updated_date: created,
    description: 'Sklep pokazowy',
    is_professional: true,
    premium: false,
    free_shipping: false,
    grade: 4.8,
    evaluations_count: 212,
    offers_count: 1480,
    orders_count: state.ordersOfShop(shop.id).length,
    order_messages_response_delay: 5400,
    contact_informations: {
      city: address.city,
      country: 'POL',
      email: `kontakt@sklep-${shop.id}.example`,
      firstname: 'Jan',
      lastname: 'Pokazowy',
      street1: address.street_1,
      zip_code: address.zip_code,
    },
    billing_info: { bank_name: 'Bank Pokazowy', iban: 'PL00 0000 0000 0000 0000 0000 0000', owner: shop.name },
    default_billing_information: { id: `billing-${shop.id}`, default_language: 'pl_PL', registration_address: address },
    payment_details: { paid_balance: 0, payable_balance: 0, pending_balance: 0 },
    payment_info: { '@type': 'IBAN', owner: shop.name, iban: 'PL00 0000 0000 0000 0000 0000 0000' },
    payment_method_mandatory: true,
    pro_details: { corporate_name: shop.name, tax_identification_number: '0000000000' },
    shipping: { lead_time_to_ship: 2 },
    shipping_country: 'POL',
    shipping_types: ['KURIER'],
    shipping_zones: ['PL'],
    shop_additional_fields: [],
  }
}
