import type { EmpikPlaceSeed } from '../model/inputs.ts'
import { empikPlaceDemo } from './demo-ids.ts'
import { demoOrders } from './demo-orders.ts'
import { otherTalks, talksWithBuyers } from './demo-threads.ts'

const { shopId, suspendedShopId } = empikPlaceDemo

/** A believable Polish shop: six conversations with buyers and a few others, one of each kind that can turn up. */
export function empikPlaceDemoSeed(): EmpikPlaceSeed {
  return {
    shops: [
      { id: shopId, name: 'Sklep Pokazowy' },
      { id: suspendedShopId, name: 'Sklep Pokazowy (zawieszony)', state: 'SUSPENDED', suspensionType: 'MANUAL' },
    ],
    keys: [
      { key: empikPlaceDemo.apiKey, shopIds: [shopId], userName: 'obsluga@sklep-pokazowy.example' },
      {
        key: empikPlaceDemo.twoShopApiKey,
        shopIds: [suspendedShopId, shopId],
        defaultShopId: suspendedShopId,
        userName: 'biuro@sklep-pokazowy.example',
      },
    ],
    orders: demoOrders(),
    threads: [...talksWithBuyers(), ...otherTalks()],
  }
}
