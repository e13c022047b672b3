import { connectionSettings, createClients, type Clients } from '@connector/connections'
import {
  createEmpikPlaceSandbox,
  createThuliumSandbox,
  type EmpikPlaceSandbox,
  type ThuliumSandbox,
} from '@connector/sandbox'
import type { Test } from 'tap'

/** Both other sides in this process, and the real clients that call them over HTTP. */
export interface Outside {
  empik: EmpikPlaceSandbox
  thulium: ThuliumSandbox
  clients: Clients
  empikUrl: string
}

/** Lives until the end of the file. */
export async function startOutside(t: Test): Promise<Outside> {
  const empik = await createEmpikPlaceSandbox({})
  const thulium = await createThuliumSandbox({ switches: { agentSendDelaySeconds: 0 } })
  t.teardown(() => Promise.all([empik.close(), thulium.close()]))
  const [empikUrl, thuliumUrl] = await Promise.all([empik.listen(0), thulium.listen(0)])
  const clients = createClients(
    connectionSettings.parse({
      EMPIKPLACE_URL: empikUrl,
      THULIUM_URL: `${thuliumUrl}/{system}`,
      EMPIKPLACE_REQUESTS_PER_SECOND: '10000',
      EMPIKPLACE_REQUESTS_IN_FLIGHT: '4',
      THULIUM_REQUESTS_PER_SECOND: '10000',
      THULIUM_REQUESTS_IN_FLIGHT: '4',
    }),
  )
  return { empik, thulium, clients, empikUrl }
}
