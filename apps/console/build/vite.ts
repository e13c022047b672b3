import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { writeModules } from './modules.ts'

const packed = promisify(gzip)

/** Texts, which become about a third of their size; the API sends them as they are packed here. */
const packable = /\.(?:js|css|svg)$/

/** Writes the console for browsers. */
export async function bundle(project: string, folder: string): Promise<void> {
  const built = await build({
    root: project,
    configFile: false,
    envFile: false,
    logLevel: 'warn',
    // No dependency of Vite's shall look for settings of the person who starts this.
    css: { postcss: { plugins: [] } },
    plugins: [react()],
    // Other packages of the repository bring an older React; two in one page do not work.
    resolve: { dedupe: ['react', 'react-dom'] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      // A picture inside a style sheet would need `data:` in the policy.
      assetsInlineLimit: 0,
      manifest: 'manifest.json',
      reportCompressedSize: false,
      // Where a process may hold 1 024 files (containers, some servers), the default of 1 000 at once has modules "not found".
      rollupOptions: { maxParallelFileOps: 64 },
    },
  })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  await writeModules(
    folder,
    outputs.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : [])),
  )
  const assets = join(folder, 'assets')
  for (const name of await readdir(assets))
    if (packable.test(name)) {
      const text = await readFile(join(assets, name))
      await writeFile(join(assets, `${name}.gz`), await packed(text, { level: constants.Z_BEST_COMPRESSION }))
    }
}
