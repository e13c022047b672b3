export { startProjector, type Projector, type ProjectorDeps } from './projector.ts'
export { projectorSettings, type ProjectorSettings } from './settings.ts'
export { createProjection, resetReadModels } from './projection/projection.ts'
