import type { Content, ContentControl, ContentRisk, ContentScore } from '#lib/assessments/content'
import type { Question } from '#lib/assessments/template'
import { dayOf, dayOrNull } from '#lib/base/days'
import { controlStates, testResults } from '#lib/controls/options'
import { optionLabel } from '#lib/kernel/table'
import { riskCategories } from '#lib/law/library'
import { impactSteps, levelOf, likelihoodSteps, riskLevels, type ScaleStep } from '#lib/law/library/scale'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { treatments } from '#lib/risks/options'

const named = { select: { ref: true, name: true } } as const

const select = {
  id: true,
  ref: true,
  title: true,
  category: true,
  cause: true,
  event: true,
  consequence: true,
  threat: true,
  vulnerability: true,
  inherentLikelihood: true,
  inherentImpact: true,
  currentLikelihood: true,
  currentImpact: true,
  targetLikelihood: true,
  targetImpact: true,
  treatment: true,
  treatmentNote: true,
  acceptedUntil: true,
  acceptanceReason: true,
  acceptedBy: { select: { name: true } },
  reviewedOn: true,
  owner: { select: { name: true } },
  systems: { select: { system: named }, orderBy: { systemId: 'asc' } },
  vendors: { select: { vendor: named }, orderBy: { vendorId: 'asc' } },
  sites: { select: { site: { select: { name: true } } }, orderBy: { siteId: 'asc' } },
  controls: { select: { control: { select: { ref: true, title: true } } }, orderBy: { controlId: 'asc' } },
  actions: {
    select: {
      title: true,
      dueOn: true,
      doneOn: true,
      dropped: true,
      outcome: true,
      owner: { select: { name: true } },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.RiskSelect

type Found = Prisma.RiskGetPayload<{ select: typeof select }>

function scoreOf(likelihood: number | null, impact: number | null): ContentScore {
  if (likelihood === null || impact === null) return null
  const score = likelihood * impact
  return { likelihood, impact, score, level: riskLevels[levelOf(score)].label }
}

const categoryOf = (key: string) => (riskCategories as Readonly<Record<string, string>>)[key] ?? key
const refAndName = ({ ref, name }: { ref: string; name: string }) => `${ref} ${name}`

function toRisk(risk: Found, systemRef: string | null): ContentRisk {
  const { ref, title, cause, event, consequence, threat, vulnerability, treatmentNote } = risk
  const concerns = [
    ...risk.systems.flatMap(({ system }) =>
      systemRef === null || system.ref === systemRef ? refAndName(system) : [],
    ),
    ...risk.vendors.map(({ vendor }) => refAndName(vendor)),
    ...risk.sites.map(({ site }) => site.name),
  ]
  return {
    ...{ ref, title, cause, event, consequence, threat, vulnerability, treatmentNote },
    category: categoryOf(risk.category),
    concerns: concerns.length > 0 ? concerns : ['The practice'],
    inherent: scoreOf(risk.inherentLikelihood, risk.inherentImpact),
    current: scoreOf(risk.currentLikelihood, risk.currentImpact),
    target: scoreOf(risk.targetLikelihood, risk.targetImpact),
    treatment: optionLabel(treatments, risk.treatment),
    acceptedUntil: dayOrNull(risk.acceptedUntil),
    acceptance: risk.acceptedBy ? `${risk.acceptedBy.name}: ${risk.acceptanceReason}` : '',
    owner: risk.owner?.name ?? '',
    reviewedOn: dayOrNull(risk.reviewedOn),
    controls: risk.controls.map(({ control }) => `${control.ref} ${control.title}`),
    actions: risk.actions.map(({ owner, dueOn, doneOn, ...action }) => ({
      ...action,
      owner: owner?.name ?? '',
      dueOn: dayOf(dueOn),
      doneOn: dayOrNull(doneOn),
    })),
  }
}

/** What belongs to risks is asked for with two parameters for each of them, of which a statement takes 32,767. */
const AT_ONCE = 5_000

/**
 * The open risks among these, the gravest first, with their plans. Given a system, no other is named: whoever reads about one
 * system need not know of the others.
 */
export async function risksIn(
  tx: Tx,
  where: Prisma.RiskWhereInput,
  systemRef: string | null,
): Promise<ContentRisk[]> {
  const risks: ContentRisk[] = []
  for (let skip = 0; ; skip += AT_ONCE) {
    const found = await tx.risk.findMany({
      where: { AND: [where, { archivedAt: null, closedOn: null }] },
      select,
      orderBy: [{ currentScore: { sort: 'desc', nulls: 'last' } }, { ref: 'asc' }, { id: 'asc' }],
      relationLoadStrategy: 'query',
      ...{ skip, take: AT_ONCE },
    })
    risks.push(...found.map((risk) => toRisk(risk, systemRef)))
    if (found.length < AT_ONCE) return risks
  }
}

/** The controls behind these questions, and what of them each one answers. */
export async function controlsIn(tx: Tx, questions: readonly Question[]): Promise<ContentControl[]> {
  const wanted = questions.flatMap(({ requirement }) => requirement ?? [])
  const byFramework = Map.groupBy(wanted, ({ framework }) => framework)
  if (byFramework.size === 0) return []
  const asked = [...byFramework].map(([framework, refs]) => ({
    framework,
    requirement: { in: refs.map(({ requirement }) => requirement) },
  }))
  const found = await tx.control.findMany({
    where: { archivedAt: null, requirements: { some: { OR: asked } } },
    select: {
      ref: true,
      title: true,
      does: true,
      state: true,
      testedOn: true,
      testResult: true,
      owner: { select: { name: true } },
      requirements: {
        where: { OR: asked },
        select: { requirement: true },
        orderBy: [{ framework: 'asc' }, { requirement: 'asc' }],
      },
    },
    orderBy: [{ ref: 'asc' }, { id: 'asc' }],
  })
  return found.map(({ owner, requirements, state, testedOn, testResult, ...control }) => ({
    ...control,
    state: optionLabel(controlStates, state),
    owner: owner?.name ?? '',
    testedOn: dayOrNull(testedOn),
    testResult: optionLabel(testResults, testResult),
    requirements: requirements.map(({ requirement }) => requirement),
  }))
}

/** The practice’s words for the levels: its own where it chose some. */
export async function scaleIn(tx: Tx): Promise<Content['scale']> {
  const own = await tx.riskScaleWord.findMany({
    select: { axis: true, level: true, word: true, meaning: true },
  })
  const steps = (axis: string, standard: readonly ScaleStep[]) =>
    standard.map(({ score, word, means }) => {
      const chosen = own.find((row) => row.axis === axis && row.level === score)
      return { score, word: chosen?.word ?? word, means: chosen?.meaning ?? means }
    })
  return { likelihood: steps('likelihood', likelihoodSteps), impact: steps('impact', impactSteps) }
}
