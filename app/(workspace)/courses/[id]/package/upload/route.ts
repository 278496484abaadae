import { cookies } from 'next/headers'
import { flashCookie } from '#components/ui/flash'
import { may } from '#lib/courses/policy'
import { getCourse } from '#lib/courses/queries'
import { takePackage } from '#lib/flows/course-package'
import { currentActor } from '#lib/kernel/require-actor'
import { env } from '#lib/platform/env'
import { isSameOrigin } from '#lib/platform/front-door'
import { readForm } from '../../../../evidence/upload/read-form.ts'

/** By path alone: behind a proxy this server does not know its own name. */
const goTo = (path: string) => new Response(null, { status: 303, headers: { location: path } })

/** Takes a SCORM package for the lesson of a course. Who may not is refused before a byte of it is read. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response('Not allowed', { status: 403 })
  const { id } = await params
  const query = new URL(request.url).searchParams
  const language = query.get('language') === 'es' ? 'es' : 'en'
  const page = `/courses/${encodeURIComponent(id)}/package?language=${language}`
  const actor = await currentActor()
  if (!actor) return goTo(`/sign-in?next=${encodeURIComponent(page)}`)
  const course = may(actor, 'edit') ? await getCourse(actor, id) : null
  if (!course) return new Response('Not found', { status: 404 })
  const form = await readForm(request, env().maxFileBytes)
  const jar = await cookies()
  if (!form.ok) {
    jar.set(flashCookie('danger', form.message))
    return goTo(page)
  }
  try {
    const place = { id: course.id, version: query.get('version') ?? '', language }
    const result = await takePackage(actor, place, form)
    jar.set(
      result.ok
        ? flashCookie(
            'ok',
            `Added the package “${result.value.title}” (SCORM ${result.value.version}). It is not published yet.`,
          )
        : flashCookie('danger', result.message),
    )
    return goTo(page)
  } finally {
    await form.spool.close()
  }
}
