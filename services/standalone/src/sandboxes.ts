import { join } from 'node:path'
import { createEmpikPlaceSandbox, createThuliumSandbox, empikPlaceDemoSeed, thuliumDemoSeed } from '@connector/sandbox'

/** Both outside APIs of the demonstration. @param folder where they keep what was changed in them */
export async function openSandboxes(folder: string) {
  const empikplace = await createEmpikPlaceSandbox({
    seed: empikPlaceDemoSeed(),
    stateFile: join(folder, 'sandbox-empikplace.json'),
  })
  const thulium = await createThuliumSandbox({
    seed: thuliumDemoSeed(),
    stateFile: join(folder, 'sandbox-thulium.json'),
    switches: { agentSendDelaySeconds: 0 },
  })
  return {
    empikplace,
    thulium,
    listen: (host: string, ports: { empikplace: number; thulium: number }): Promise<[string, string]> =>
      Promise.all([empikplace.listen(ports.empikplace, host), thulium.listen(ports.thulium, host)]),
    async close(): Promise<void> {
      await Promise.all([empikplace.close(), thulium.close()])
    },
  }
}
