import { dayOf } from '#lib/base/days'
import { searchWords } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { importReason } from './import-rows.ts'
import { ownProposals, usableTools } from './policy.ts'
import { type ToolUse, toolUse } from './tool-use.ts'

/** How many tools stand on one page. */
export const toolsPerPage = 24
const mostAsked = 50

/** What staff see of a tool: enough to know whether and for what it may be used. */
export interface Tool {
  id: string
  ref: string
  name: string
  purpose: string
  vendorName: string
  category: string
  stage: string
  stageReason: string
  proposedOn: string
  /** Whether patient data goes in, as it was answered. */
  patientData: string
  use: ToolUse
}

export interface ToolsPage {
  /** What the actor asked for, newest first; only on the first page and without a search. */
  asked: Tool[]
  /** Approved here, then what is in use without, each by name. */
  tools: Tool[]
  /** How many match the search. */
  total: number
  /** How many there are without it. */
  all: number
}

const toolSelect = {
  id: true,
  ref: true,
  name: true,
  purpose: true,
  vendorName: true,
  category: true,
  stage: true,
  stageReason: true,
  patientData: true,
  cover: true,
  proposedOn: true,
  approvedOn: true,
  flows: {
    where: { archivedAt: null },
    select: { deidentification: true, identifiers: true, destination: true, minimumNecessary: true },
  },
} as const satisfies Prisma.AiSystemSelect

function toTool(found: Prisma.AiSystemGetPayload<{ select: typeof toolSelect }>): Tool {
  const { flows: _, cover: _cover, proposedOn, approvedOn, ...plain } = found
  return {
    ...plain,
    proposedOn: dayOf(proposedOn),
    use: toolUse({ ...found, approvedOn: approvedOn && dayOf(approvedOn) }),
  }
}

/** The condition that `toolUse` calls approved here, of tools in a stage in which they are used. */
const approvedHere: Prisma.AiSystemWhereInput = {
  approvedOn: { not: null },
  stageReason: { notIn: ['', importReason] },
}

async function findAsked(tx: Tx, actor: Actor, most: number): Promise<Tool[]> {
  const found = await tx.aiSystem.findMany({
    where: ownProposals(actor),
    select: toolSelect,
    orderBy: [{ proposedOn: 'desc' }, { id: 'desc' }],
    take: most,
  })
  return found.map(toTool)
}

/** The newest that the actor asked for, whatever became of it. */
export function askedTools(actor: Actor, most: number): Promise<Tool[]> {
  return read(actor, (tx) => findAsked(tx, actor, most))
}

/** One page, from 1 on, of the tools at the actor's sites that contain all of `words`. */
export function toolsPage(
  actor: Actor,
  { words, page }: { words: string; page: number },
): Promise<ToolsPage> {
  const usable = usableTools(actor)
  const searched = searchWords(words)
  const where = { AND: [usable, ...searched.map((word) => ({ searchText: { contains: word } }))] }
  const start = (page - 1) * toolsPerPage
  return read(actor, async (tx) => {
    const find = (of: Prisma.AiSystemWhereInput, skip: number, take: number) =>
      tx.aiSystem.findMany({
        where: { AND: [where, of] },
        select: toolSelect,
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        skip,
        take,
      })
    const total = await tx.aiSystem.count({ where })
    const approved = await tx.aiSystem.count({ where: { AND: [where, approvedHere] } })
    const first = await find(approvedHere, start, toolsPerPage)
    const rest = await find({ NOT: approvedHere }, Math.max(0, start - approved), toolsPerPage - first.length)
    const asked = page === 1 && searched.length === 0 ? await findAsked(tx, actor, mostAsked) : []
    return {
      asked,
      tools: [...first, ...rest].map(toTool),
      total,
      all: searched.length === 0 ? total : await tx.aiSystem.count({ where: usable }),
    }
  })
}
