// Plain JavaScript, so that an old Node gets to read this message instead of a syntax error.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node 20.19 or newer is needed; this is ${process.version}. See .nvmrc.\n`)
  process.exit(1)
}
const { register } = await import('tsx/esm/api')
register()
await import('./src/main.ts')
