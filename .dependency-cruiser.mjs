export { configuration as default } from './scripts/check/layers.ts'
