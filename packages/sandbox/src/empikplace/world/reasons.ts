/** Reason codes as RE01 lists them. Those of type ORDER_MESSAGING open to shops may be topics of OR43. */
export const reasons = [
  { code: '1', label: 'Nie otrzymałem przesyłki', type: 'INCIDENT_OPEN', is_shop_right: false },
  { code: '10', label: 'Otrzymałem nowy produkt', type: 'INCIDENT_CLOSE', is_shop_right: false },
  { code: '15', label: 'Brak towaru', type: 'REFUND', is_shop_right: true },
  { code: '26', label: 'Inne pytanie', type: 'ORDER_MESSAGING', is_shop_right: true },
  { code: '27', label: 'Faktura do zamówienia', type: 'ORDER_MESSAGING', is_shop_right: true },
  { code: '28', label: 'Zwrot towaru', type: 'ORDER_MESSAGING', is_shop_right: false },
  { code: '33', label: 'Pytanie o ofertę', type: 'OFFER_MESSAGING', is_shop_right: true },
  { code: '34', label: 'Rezygnacja przed wysyłką', type: 'CANCELATION', is_shop_right: true },
  {
    code: 'MMP_SELLER_MESSAGING_ONBOARDING',
    label: 'Start sprzedaży',
    type: 'MMP_SELLER_MESSAGING',
    is_shop_right: true,
  },
] as const
