// Runs in the browser, at the address of packages: gives a package the API that SCORM asks for, and tells the application's page
// where it stands. Knows nobody but that page.

const app = document.documentElement.dataset['app'] ?? ''
const tell = (/** @type {object} */ message) => window.parent.postMessage(message, app)

// What another package left in this browser is not for this one.
for (const name of /** @type {const} */ (['localStorage', 'sessionStorage']))
  try {
    window[name].clear()
  } catch {
    // A browser that keeps nothing.
  }

const ready = () => tell({ kind: 'plumbline ready' })
const knocking = setInterval(ready, 500)
window.addEventListener('message', function hear({ source, origin, data }) {
  if (source !== window.parent || origin !== app || data?.kind !== 'plumbline begin') return
  clearInterval(knocking)
  window.removeEventListener('message', hear)
  void begin(data)
})
ready()

/** @param {string} name */
function load(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `/-/${name}`
    script.addEventListener('load', resolve)
    script.addEventListener('error', reject)
    document.head.append(script)
  })
}

const settings = { autocommit: false, lmsCommitUrl: false, logLevel: 5 }
const text = (/** @type {unknown} */ value) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
// As the application's page takes them: a package that keeps more begins anew, but what it reports arrives.
const LONGEST_LOCATION = 1_000
const LONGEST_SUSPEND = 64_000
/** @param {unknown} value @param {number} most */
const short = (value, most) => (text(value).length > most ? '' : text(value))
const number = (/** @type {unknown} */ value) =>
  text(value) === '' || !Number.isFinite(Number(value)) ? null : Number(value)
/** Without what is empty: a package takes an empty string for something that was kept. @param {Record<string, unknown>} fields */
const filled = (fields) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )

/** @param {any} data */
async function begin({ version, launch, learner, mastery, state, title }) {
  await load(version === '1.2' ? 'scorm12.js' : 'scorm2004.js')
  const read = version === '1.2' ? open12({ learner, mastery, state }) : open2004({ learner, mastery, state })
  let timer = 0
  const post = () => {
    clearTimeout(timer)
    tell({ kind: 'plumbline state', state: read() })
  }
  const soon = () => {
    clearTimeout(timer)
    timer = window.setTimeout(post, 50)
  }
  const api = /** @type {any} */ (window)[version === '1.2' ? 'API' : 'API_1484_11']
  for (const event of ['LMSSetValue.cmi.*', 'SetValue.cmi.*']) api.on(event, soon)
  for (const event of ['LMSCommit', 'LMSFinish', 'Commit', 'Terminate']) api.on(event, post)
  window.addEventListener('pagehide', post)
  const frame = document.createElement('iframe')
  frame.title = text(title)
  frame.allow = 'fullscreen; autoplay'
  frame.src = `p/${launch}`
  document.body.append(frame)
  tell({ kind: 'plumbline begun' })
}

const isBegun = (/** @type {any} */ state) =>
  Boolean(state && (state.location || state.suspend || state.completion === 'incomplete'))

/** @param {any} given */
function open12({ learner, mastery, state }) {
  const { Scorm12API } = /** @type {any} */ (window)
  const api = new Scorm12API(settings)
  const status =
    state?.success === 'passed' || state?.success === 'failed'
      ? state.success
      : ['completed', 'incomplete'].includes(state?.completion)
        ? state.completion
        : 'not attempted'
  api.loadFromJSON(
    {
      core: filled({
        student_id: learner.id,
        student_name: learner.name,
        lesson_location: state?.location,
        lesson_status: status,
        entry: isBegun(state) ? 'resume' : 'ab-initio',
        credit: 'credit',
        lesson_mode: 'normal',
        total_time: state?.totalTime,
      }),
      ...(state?.suspend ? { suspend_data: state.suspend } : {}),
      ...(mastery === null ? {} : { student_data: { mastery_score: text(mastery) } }),
    },
    'cmi',
  )
  Object.assign(window, { API: api })
  return () => {
    const { core, suspend_data: suspend } = api.cmi
    const now = text(core.lesson_status)
    return {
      completion: ['passed', 'completed', 'failed'].includes(now)
        ? 'completed'
        : now === 'not attempted'
          ? now
          : 'incomplete',
      success: now === 'passed' || now === 'failed' ? now : 'unknown',
      scaled: null,
      raw: number(core.score.raw),
      min: number(core.score.min),
      max: number(core.score.max),
      location: short(core.lesson_location, LONGEST_LOCATION),
      suspend: short(suspend, LONGEST_SUSPEND),
      totalTime: text(api.cmi.getCurrentTotalTime?.() ?? core.total_time),
    }
  }
}

/** @param {any} given */
function open2004({ learner, mastery, state }) {
  const { Scorm2004API } = /** @type {any} */ (window)
  const api = new Scorm2004API(settings)
  api.loadFromJSON(
    filled({
      learner_id: learner.id,
      learner_name: learner.name,
      location: state?.location,
      completion_status: state?.completion,
      success_status: state?.success,
      entry: isBegun(state) ? 'resume' : 'ab-initio',
      suspend_data: state?.suspend,
      total_time: state?.totalTime,
      scaled_passing_score: mastery === null ? null : text(mastery / 100),
    }),
    'cmi',
  )
  Object.assign(window, { API_1484_11: api })
  return () => {
    const { cmi } = api
    return {
      completion: text(cmi.completion_status) || 'unknown',
      success: text(cmi.success_status) || 'unknown',
      scaled: number(cmi.score.scaled),
      raw: number(cmi.score.raw),
      min: number(cmi.score.min),
      max: number(cmi.score.max),
      location: short(cmi.location, LONGEST_LOCATION),
      suspend: short(cmi.suspend_data, LONGEST_SUSPEND),
      totalTime: text(cmi.getCurrentTotalTime?.() ?? cmi.total_time),
    }
  }
}
