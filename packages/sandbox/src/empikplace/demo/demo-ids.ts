/** Fixed and documented, so that a demo connects without looking anything up. */
export const empikPlaceDemo = {
  shopId: 37001,
  suspendedShopId: 37002,
  apiKey: '00000000-0000-4000-8000-000000037001',
  /** Sees both shops; its default shop is the suspended, empty one. */
  twoShopApiKey: '00000000-0000-4000-8000-000000037002',
} as const

/** In minutes. */
export const day = 1440
