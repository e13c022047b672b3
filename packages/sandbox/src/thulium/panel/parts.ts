import type { ThuliumControls } from '../script/controls.ts'
import type { SystemStore } from '../systems/system-store.ts'

/** What the page reads and what its buttons press. */
export type PanelParts = { stores: ReadonlyMap<string, SystemStore>; controls: ThuliumControls }
