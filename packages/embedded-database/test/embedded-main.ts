/** A process with a database in the folder that it is given; tells its address, and waits to be killed. */
import { startEmbeddedDatabase } from '../src/index.ts'

const [, , folder = ''] = process.argv
const { url } = await startEmbeddedDatabase({ folder, durable: false })
process.stdout.write(url)
setInterval(() => undefined, 60_000)
