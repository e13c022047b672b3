import type { ThuliumControls } from '../controls.ts'
import type { SystemStore } from '../system-store.ts'

/** What the page reads and what its buttons press. */
export type PanelParts = { stores: ReadonlyMap<string, SystemStore>; controls: ThuliumControls }
