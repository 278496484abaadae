/** One step of a chain of vendors: who uses whom, for what, and whether patient data gets there. */
export interface ChainLink {
  id: string
  vendorId: string
  subProcessorId: string
  does: string
  patientData: string
}

export interface ChainNode {
  link: ChainLink
  /** Drawn once with what stands behind it; elsewhere it says only that it stands above. */
  isRepeated: boolean
  behind: ChainNode[]
}

/** The chain behind a vendor as a tree, to any depth, each vendor with what is behind it once. Cost: one step for each link. */
export function chainBehind(rootId: string, links: readonly ChainLink[]): ChainNode[] {
  const byVendor = Map.groupBy(links, ({ vendorId }) => vendorId)
  const drawn = new Set([rootId])
  const behind = (vendorId: string): ChainNode[] =>
    (byVendor.get(vendorId) ?? []).map((link) => {
      const isRepeated = drawn.has(link.subProcessorId)
      drawn.add(link.subProcessorId)
      return { link, isRepeated, behind: isRepeated ? [] : behind(link.subProcessorId) }
    })
  return behind(rootId)
}

/** The vendors on a way along the links from one to another, both included; null when there is none. */
export function wayBetween(
  from: string,
  to: string,
  links: readonly { vendorId: string; subProcessorId: string }[],
): string[] | null {
  const byVendor = Map.groupBy(links, ({ vendorId }) => vendorId)
  const before = new Map<string, string | null>([[from, null]])
  const queue = [from]
  for (let vendorId = queue.shift(); vendorId !== undefined; vendorId = queue.shift()) {
    if (vendorId === to) {
      const way: string[] = []
      for (let at: string | null = to; at !== null; at = before.get(at) ?? null) way.unshift(at)
      return way
    }
    for (const { subProcessorId } of byVendor.get(vendorId) ?? [])
      if (!before.has(subProcessorId)) {
        before.set(subProcessorId, vendorId)
        queue.push(subProcessorId)
      }
  }
  return null
}
