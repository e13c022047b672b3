import { bundle } from './vite.ts'

const [project, folder] = process.argv.slice(2)
if (project === undefined || folder === undefined) throw new Error('Two folders are needed: the project, and where to.')
await bundle(project, folder)
