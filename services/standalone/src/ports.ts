import { createServer } from 'node:net'
import { CannotStart } from './cannot-start.ts'

async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

/**
 * Looks at every port before anything is started.
 * @param ports by the name of the setting that changes them
 * @throws {CannotStart} naming all that are taken
 */
export async function checkPorts(ports: Record<string, number>, host: string): Promise<void> {
  const taken: string[] = []
  for (const [setting, port] of Object.entries(ports))
    if (!(await isFree(port, host)))
      taken.push(`Port ${port} is in use. End what uses it, or choose another: ${setting}=… npm start`)
  if (taken.length > 0) throw new CannotStart(taken.join('\n'))
}
