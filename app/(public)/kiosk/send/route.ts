import { requestOrigin } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'
import { isSameOrigin } from '#lib/platform/front-door'
import { admitKiosk, admitPin } from '#lib/training/kiosk-limits'
import { fromKiosk } from '#lib/training/kiosk-take'
import { choosePin, enter, leaveKiosk, type Secrets, touchKiosk } from '#lib/training/kiosk-turn'
import { sentBody } from '../../../sent-body.ts'
import { kioskSecrets, setTurn } from '../kiosk-cookies.ts'

const noStore = { 'cache-control': 'no-store' }
const nothing = (status: number) => new Response(null, { status, headers: noStore })
const toPage = (query: Readonly<Record<string, string>>) => {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))
  const location = asked.size > 0 ? `/kiosk?${asked}` : '/kiosk'
  return new Response(null, { status: 303, headers: { location, ...noStore } })
}
const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 100) : '')

/** Takes everything that is done at a shared tablet. Its own two cookies are all that counts here. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return nothing(403)
  const [secrets, from] = [await kioskSecrets(), await requestOrigin()]
  const { ok, wasKnown } = await admitKiosk(secrets.token, from.address, now())
  if (!ok) return nothing(429)
  const body = await sentBody(request)
  if (!body) return nothing(400)
  const { sent, isForm } = body
  const what = text(sent['what'])
  if (what === 'enter') return begin(secrets, sent, wasKnown)
  if (what === 'finish') {
    await leaveKiosk(secrets, now())
    await setTurn(null)
    return isForm ? toPage({ lang: text(sent['lang']) }) : nothing(204)
  }
  if (what === 'touch') {
    const isThere = await touchKiosk(secrets, now())
    if (isThere) await wasKnown()
    return nothing(isThere ? 204 : 401)
  }
  if (what === 'choose') {
    const chosen = await choosePin(secrets, { pin: sent['pin'], again: sent['again'] }, now())
    if (chosen.ok || chosen.reason !== 'gone') await wasKnown()
    return toPage(chosen.ok ? {} : { said: chosen.reason })
  }
  const answer = await fromKiosk(secrets, sent, from, now())
  if (!answer.ok && answer.reason === 'gone') return isForm ? toPage({}) : nothing(401)
  await wasKnown()
  if (!isForm) return Response.json(answer, { headers: noStore })
  return toPage({ take: text(sent['id']), ...(answer.ok ? {} : { said: answer.reason }) })
}

async function begin(
  { token }: Secrets,
  sent: Readonly<Record<string, unknown>>,
  wasKnown: () => Promise<void>,
): Promise<Response> {
  const [who, lang] = [text(sent['person']), text(sent['lang'])]
  const { ok, wasRight } = await admitPin(token, now())
  if (!ok) return toPage({ who, lang, said: 'busy' })
  const entered = await enter(token, { person: who, pin: sent['pin'] }, now())
  await setTurn(entered?.ok ? entered.turn : null)
  if (!entered) return toPage({})
  await wasKnown()
  if (!entered.ok)
    return toPage({
      ...{ who, lang, said: entered.reason },
      ...(entered.reason === 'locked' ? { minutes: String(entered.minutes) } : {}),
    })
  await wasRight()
  return toPage({})
}
