import { plainWords, sharing, tokensOf } from '#lib/base/near-words'

/** What is known of a vendor when an AI system names one in words. */
export interface Nameable {
  id: string
  ref: string
  name: string
}

/** What stands behind the name of a company and says nothing about which. */
const legalForms = new Set(
  'inc incorporated llc llp lp ltd limited corp corporation co company pc pllc plc gmbh ag sa the'.split(' '),
)
const mostLikely = 8

/** The words of a company's name that tell it from others: 'The Acme Co., Inc.' is 'acme'. */
function tellingWords(name: string): string[] {
  const words = tokensOf(name)
  const telling = words.filter((word) => !legalForms.has(word))
  return telling.length > 0 ? telling : words
}

/** Two texts of one key are the same vendor text: capitals, accents and spaces do not matter. */
export const vendorTextKey = plainWords

/** Of words, the one vendor they surely mean if there is one, and the likely ones, most shared words first. */
export function nearVendors<Vendor extends Nameable>(vendors: readonly Vendor[]) {
  const nameOf = ({ name }: Vendor) => tellingWords(name)
  const near = sharing(vendors, nameOf)
  const same = Map.groupBy(vendors, (vendor) => nameOf(vendor).join(' '))
  return (words: string): { sure: Vendor | null; likely: Vendor[] } => {
    const wanted = tellingWords(words)
    const meant = same.get(wanted.join(' ')) ?? []
    const [first] = meant
    return {
      sure: first && meant.length === 1 ? first : null,
      likely: [...new Set([...meant, ...near(wanted)])].slice(0, mostLikely),
    }
  }
}
