/** `npm run -s console`: builds the console where it has to be, and prints the folder, for `API_CONSOLE`. */
import { buildConsole } from './index.ts'

process.stdout.write(`${await buildConsole()}\n`)
