/** Both sandboxes in a process of their own, so that what they cost is not counted as ours. Tells its addresses. */
import { createEmpikPlaceSandbox, createThuliumSandbox } from '@connector/sandbox'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { accountOf, benchShops, type BenchShop } from './shops.ts'

const { shops, tenants, conversations, warmUp, latencyMs } = z
  .object({
    shops: z.number(),
    tenants: z.number(),
    conversations: z.number(),
    /** The first shops are for it alone. */
    warmUp: z.object({ shops: z.number(), conversations: z.number() }).default({ shops: 0, conversations: 0 }),
    latencyMs: z.number().default(0),
  })
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

/** One message each, every buyer another one, 10 ms apart and the newest one now. */
function write(to: readonly BenchShop[], count: number): void {
  const firstAt = Date.now() - count * 10
  for (let index = 0; index < count; index++) {
    const shop = to[index % to.length]
    if (shop)
      empikplace.buyerWrites({
        shopId: shop.shopId,
        text: `Dzień dobry, kiedy dotrze paczka nr ${index}? Zamówienie złożyłam tydzień temu i nadal nie mam żadnej informacji.`,
        at: new Date(firstAt + index * 10),
      })
  }
}
write(all.slice(0, warmUp.shops), warmUp.conversations)
write(all.slice(warmUp.shops), conversations)

const stop = (): void => {
  void Promise.all([empikplace.close(), thulium.close()]).then(() => process.exit(0))
}
process.once('SIGTERM', stop)
// The benchmark is gone without having stopped us.
process.once('disconnect', stop)
const [empikplaceUrl, thuliumUrl] = await Promise.all([empikplace.listen(0), thulium.listen(0)])
tell({ empikplaceUrl, thuliumUrl })
