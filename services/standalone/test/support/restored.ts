import { restoredCommand } from '@connector/api'
import type { World } from './world.ts'

/** `npm run restored`, by somebody who cannot be asked; what it says. */
export async function restored(world: Pick<World, 'databaseUrl'>, ...args: string[]): Promise<string> {
  const said: string[] = []
  await restoredCommand(args, world.databaseUrl, {
    login: 'operator',
    say: (text) => void said.push(text),
    agrees: () => Promise.resolve(undefined),
  })
  return said.join('\n')
}
