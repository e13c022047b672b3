import process from 'node:process'
import { createEmpikPlaceSandbox, createThuliumSandbox, empikPlaceDemoSeed, thuliumDemoSeed } from './index.ts'

/**
 * Both sandboxes as one process with their demo data. Ports from EMPIKPLACE_SANDBOX_PORT (8081) and
 * THULIUM_SANDBOX_PORT (8082), address from SANDBOX_HOST (127.0.0.1); with SANDBOX_STATE_DIR they remember.
 */
const host = process.env.SANDBOX_HOST ?? '127.0.0.1'
const stateDirectory = process.env.SANDBOX_STATE_DIR

const empikPlace = await createEmpikPlaceSandbox({ seed: empikPlaceDemoSeed(), ...stateFile('empikplace') })
const thulium = await createThuliumSandbox({ seed: thuliumDemoSeed(), ...stateFile('thulium') })
const sandboxes = [empikPlace, thulium]

const stop = () => {
  void Promise.all(sandboxes.map((sandbox) => sandbox.close())).then(() => process.exit(0))
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)

const empikPlaceUrl = await empikPlace.listen(Number(process.env.EMPIKPLACE_SANDBOX_PORT ?? 8081), host)
const thuliumUrl = await thulium.listen(Number(process.env.THULIUM_SANDBOX_PORT ?? 8082), host)
process.stdout.write(`EmpikPlace sandbox: ${empikPlaceUrl}\nThulium sandbox: ${thuliumUrl}\n`)

function stateFile(name: string): { stateFile?: string } {
  return stateDirectory === undefined || stateDirectory === '' ? {} : { stateFile: `${stateDirectory}/${name}.json` }
}
