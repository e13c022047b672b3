export { startProjector, type Projector } from './projector.ts'
export { projectorSettings, type ProjectorSettings } from './settings.ts'
export { createProjection } from './projection/projection.ts'
export { operationHandlers } from './operations/handlers.ts'
