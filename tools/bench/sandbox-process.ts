/** Both sandboxes in a process of their own, so that what they cost is not counted as ours. Tells its addresses. */
import { createEmpikPlaceSandbox, createThuliumSandbox } from '@connector/sandbox'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { accountOf, benchShops } from './shops.ts'

const { shops, tenants, conversations, latencyMs } = z
  .object({ shops: z.number(), tenants: z.number(), conversations: z.number(), latencyMs: z.number().default(0) })
  .parse(startArgument())

const empikplace = await createEmpikPlaceSandbox()
const thulium = await createThuliumSandbox({})
if (latencyMs > 0)
  for (const { faults } of [empikplace, thulium])
    faults.add({ operation: '*', times: null, fault: { kind: 'latency', ms: latencyMs } })
const all = benchShops(shops, tenants)
for (const shop of all) {
  empikplace.addShop({ id: shop.shopId })
  empikplace.addKey({ key: shop.apiKey, shopIds: [shop.shopId] })
}
for (const tenantId of new Set(all.map((shop) => shop.tenantId))) thulium.addSystem(accountOf(tenantId))

// One message each, every buyer another one, 10 ms apart and the newest one now.
const firstAt = Date.now() - conversations * 10
for (let index = 0; index < conversations; index++) {
  const shop = all[index % all.length]
  if (shop)
    empikplace.buyerWrites({
      shopId: shop.shopId,
      text: `Dzień dobry, kiedy dotrze paczka nr ${index}? Zamówienie złożyłam tydzień temu i nadal nie mam żadnej informacji.`,
      at: new Date(firstAt + index * 10),
    })
}

const stop = (): void => {
  void Promise.all([empikplace.close(), thulium.close()]).then(() => process.exit(0))
}
process.once('SIGTERM', stop)
// The benchmark is gone without having stopped us.
process.once('disconnect', stop)
const [empikplaceUrl, thuliumUrl] = await Promise.all([empikplace.listen(0), thulium.listen(0)])
tell({ empikplaceUrl, thuliumUrl })
