// `npm start`. Only the version is looked at here, in words that an old Node can read too.
const OLDEST = [20, 19]

const version = process.versions.node
const [major, minor] = version.split('.').map(Number)
if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
  void import('./serve/bootstrap.mjs').then(({ start }) => start(process.argv.slice(2)))
} else {
  console.error(
    `Plumbline needs Node.js ${OLDEST.join('.')} or newer, this is ${version}: see https://nodejs.org`,
  )
  process.exit(1)
}
