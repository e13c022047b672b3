import { join, resolve } from 'node:path'

/** The project's root; paths of programs begin there. */
const root = resolve(import.meta.dirname, '../../..')

/**
 * What `node` is given to run a TypeScript program: the plain JavaScript that `npm test` made of it, which starts in 0.3 s
 * of processor time where the source needs 2. Which programs it makes: `tools/test-build.ts`.
 * @param file from the project's root
 */
export function programArguments(file: string): string[] {
  const built = process.env['TEST_BUILD']
  return built === undefined ? ['--import', 'tsx', join(root, file)] : [join(built, file.replace(/ts$/, 'mjs'))]
}
