import type { StarterControl } from '../library.ts'
import { clinicalControls } from './controls-clinical.ts'
import { continuityControls } from './controls-continuity.ts'
import { dataControls } from './controls-data.ts'
import { governanceControls } from './controls-governance.ts'
import { peopleControls } from './controls-people.ts'
import { securityControls } from './controls-security.ts'
import { vendorControls } from './controls-vendors.ts'

/** What a practice can take over as its own controls to begin with. How often they are tested is our recommendation, not law. */
export const starterControls: readonly StarterControl[] = [
  ...governanceControls,
  ...vendorControls,
  ...securityControls,
  ...dataControls,
  ...clinicalControls,
  ...peopleControls,
  ...continuityControls,
]
