export { startProjector, type Projector, type ProjectorDeps } from './projector.ts'
export { projectorSettings, type ProjectorSettings } from './settings.ts'
export { createProjection } from './projection/projection.ts'
