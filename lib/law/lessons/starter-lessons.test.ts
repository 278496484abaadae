import { Marked, type Token } from 'marked'
import { describe, expect, it } from 'vitest'
import { type CheckQuestion, jobGroups, type LessonText, languages } from './lesson.ts'
import { starterLesson, starterLessons } from './starter-lessons.ts'

const MARKUP = ['paragraph', 'heading 2', 'list', 'list_item', 'strong', 'blockquote', 'text', 'space']
const READ_PER_MINUTE = 200

const texts: [string, LessonText][] = starterLessons.flatMap(({ key, texts: { en, es } }) => [
  [`${key} en`, en] as [string, LessonText],
  [`${key} es`, es] as [string, LessonText],
])
const questions: [string, CheckQuestion][] = texts.flatMap(([name, text]) =>
  text.questions.map((question): [string, CheckQuestion] => [`${name} ${question.key}`, question]),
)

const unique = (values: readonly string[]) => new Set(values).size === values.length
const words = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’.,:-]*/gu)?.length ?? 0
const rightOf = ({ options }: CheckQuestion) => options.findIndex(({ right }) => right)
const sentencesOf = ({ title, body, questions }: LessonText) => [
  title,
  body,
  ...questions.flatMap(({ ask, options }) => [ask, ...options.flatMap(({ text, why }) => [text, why])]),
]
const everyText = texts.flatMap(([name, text]) =>
  sentencesOf(text).map((sentence): [string, string] => [name, sentence]),
)

function tokensOf(body: string): Token[] {
  const within = (token: Token): Token[] => [
    token,
    ...('items' in token && Array.isArray(token.items) ? (token.items as Token[]).flatMap(within) : []),
    ...('tokens' in token ? (token.tokens ?? []).flatMap(within) : []),
  ]
  return new Marked().lexer(body).flatMap(within)
}

/** What somebody reads who answers every question once: the reason is shown for the option taken. */
function wordsRead({ body, questions: asked }: LessonText): number {
  const answered = asked.map(({ ask, options }) =>
    [ask, ...options.map(({ text }) => text), options.find(({ right }) => right)?.why ?? ''].join(' '),
  )
  return words([body, ...answered].join(' '))
}

describe('the starter lessons', () => {
  it('have keys of their own, by which they are found', () => {
    expect(starterLessons.length).toBeGreaterThanOrEqual(6)
    expect(unique(starterLessons.map(({ key }) => key))).toBe(true)
    for (const lesson of starterLessons) {
      expect(lesson.key).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(starterLesson(lesson.key)).toBe(lesson)
    }
    expect(starterLesson('no-such-lesson')).toBeUndefined()
  })

  it('have titles of their own in every language', () => {
    for (const language of languages) {
      const titles = starterLessons.map(({ texts: of }) => (of[language] ?? of.en).title)
      expect(unique(titles), language).toBe(true)
      for (const title of titles) expect(title).toMatch(/^.{8,70}[^.]$/)
    }
  })

  it('name each job group once, or are for everybody, and teach every group in some quarter', () => {
    for (const { key, groups } of starterLessons) {
      if (groups === 'everybody') continue
      expect(unique(groups), key).toBe(true)
      expect(groups.length, key).toBeGreaterThan(0)
      expect(groups.length, key).toBeLessThan(jobGroups.length)
    }
    const taught = (group: (typeof jobGroups)[number]) =>
      starterLessons.some(({ groups }) => groups === 'everybody' || groups.includes(group))
    expect(jobGroups.filter((group) => !taught(group))).toEqual([])
    expect(new Set(starterLessons.map(({ quarter }) => quarter))).toEqual(new Set([1, 2, 3, 4]))
  })

  it('cite what they rest on, each once', () => {
    for (const { key, citations } of starterLessons) {
      expect(citations.length, key).toBeGreaterThan(0)
      expect(unique(citations), key).toBe(true)
      for (const citation of citations) {
        expect(citation, key).toMatch(/^\S.{6,}\S$/)
        expect(citation, key).not.toMatch(/^1\d\d\.\d/)
      }
    }
  })

  it('take three to five minutes, as long as somebody needs who reads 200 words in a minute', () => {
    for (const { key, minutes, texts: of } of starterLessons) {
      expect(minutes, key).toBeGreaterThanOrEqual(3)
      expect(minutes, key).toBeLessThanOrEqual(5)
      for (const text of [of.en, of.es]) {
        expect(wordsRead(text) / READ_PER_MINUTE, `${key}: ${text.title}`).toBeLessThanOrEqual(minutes)
      }
    }
  })
})

describe('the text of a lesson', () => {
  it('is 250 to 450 words in English, and in Spanish at most 30 % more', () => {
    for (const { key, texts: of } of starterLessons) {
      const english = words(of.en.body)
      expect(english, key).toBeGreaterThanOrEqual(250)
      expect(english, key).toBeLessThanOrEqual(450)
      expect(words(of.es.body), key).toBeLessThanOrEqual(english * 1.3)
      expect(words(of.es.body), key).toBeGreaterThan(english * 0.8)
    }
  })

  it('is made of paragraphs, ## headings, lists, bold and quotes only', () => {
    for (const [name, { body }] of texts) {
      expect(body, name).toBe(body.trim())
      for (const token of tokensOf(body)) {
        const kind = token.type === 'heading' ? `heading ${token.depth}` : token.type
        expect(MARKUP, `${name}: ${token.raw}`).toContain(kind)
      }
    }
  })

  it('is built the same in every language, with two to four parts, a list and one scene', () => {
    const shape = (body: string) =>
      tokensOf(body)
        .map(({ type }) => type)
        .filter((type) => ['heading', 'list', 'list_item', 'blockquote'].includes(type))
    for (const { key, texts: of } of starterLessons) {
      const english = shape(of.en.body)
      const count = (type: string) => english.filter((one) => one === type).length
      expect(shape(of.es.body), key).toEqual(english)
      expect(count('heading'), key).toBeGreaterThanOrEqual(2)
      expect(count('heading'), key).toBeLessThanOrEqual(4)
      expect(count('list'), key).toBeGreaterThan(0)
      expect(count('blockquote'), key).toBe(1)
    }
  })

  it('keeps each paragraph and list item on one line, so that no line breaks inside it', () => {
    for (const [name, { body }] of texts) {
      const broken = body
        .split('\n')
        .filter((line, index, all) => index > 0 && line && all[index - 1] && !/^(- |\d\. )/.test(line))
      expect(broken, name).toEqual([])
    }
  })
})

describe('the questions of a lesson', () => {
  it('are five', () => {
    for (const [name, { questions: asked }] of texts) expect(asked.length, name).toBe(5)
  })

  it('have three options, of which exactly one is right', () => {
    for (const [name, { options }] of questions) {
      expect(options.map(({ key }) => key).join(''), name).toBe('abc')
      expect(options.filter(({ right }) => right).length, name).toBe(1)
      expect(unique(options.map(({ text }) => text)), name).toBe(true)
    }
  })

  it('have the same keys and right answers in every language', () => {
    const answers = ({ questions: asked }: LessonText) =>
      asked.map((question) => `${question.key} ${question.options[rightOf(question)]?.key}`)
    for (const { key, texts: of } of starterLessons) {
      expect(answers(of.es), key).toEqual(answers(of.en))
      expect(unique(of.en.questions.map((question) => question.key)), key).toBe(true)
    }
  })

  it('have the right option in every place, at most twice in each', () => {
    for (const [name, { questions: asked }] of texts) {
      for (const place of [0, 1, 2]) {
        const here = asked.filter((question) => rightOf(question) === place).length
        expect(here, `${name}, place ${place}`).toBeGreaterThan(0)
        expect(here, `${name}, place ${place}`).toBeLessThanOrEqual(2)
      }
    }
  })

  it('do not give the right option away by its length', () => {
    for (const [name, { questions: asked }] of texts) {
      const longest = asked.filter(({ options }) => {
        const [most, second] = options.toSorted((one, other) => other.text.length - one.text.length)
        return most?.right && most.text.length > (second?.text.length ?? 0)
      })
      expect(longest.length, name).toBeLessThanOrEqual(3)
    }
    for (const [name, { options }] of questions) {
      const lengths = options.map(({ text }) => text.length)
      expect(Math.max(...lengths) / Math.min(...lengths), name).toBeLessThanOrEqual(1.6)
    }
  })

  it('give a reason for every option', () => {
    for (const [name, { options }] of questions) {
      expect(unique(options.map(({ why }) => why)), name).toBe(true)
      for (const { why } of options) expect(why, name).toMatch(/^\p{Lu}.{15,}\.$/u)
    }
  })
})

describe('the words of a lesson', () => {
  it('hold no tag, no address and no straight quotes', () => {
    for (const [name, text] of everyText) {
      expect(text, name).not.toMatch(/<\/?[a-z!]|https?:|www\.|\]\(|&[a-z]+;/i)
      expect(text, name).not.toMatch(/['"]/)
    }
  })

  it('call nobody compliant or certified, and a vendor a vendor', () => {
    for (const [name, text] of everyText) {
      // What a vendor says of itself, in quotes, is what the lesson warns of.
      expect(text.replaceAll(/“[^”]*”/g, ''), name).not.toMatch(
        /\b(non-?)?(complian(t|ce)|certif(y|ied|icad[oa]s?))\b|\bsuppliers?\b/i,
      )
    }
  })

  it('never say that a rule requires training every quarter', () => {
    const near = (one: string, other: string) =>
      new RegExp(`(${one})(\\W+\\w+){0,8}\\W+(${other})|(${other})(\\W+\\w+){0,8}\\W+(${one})`, 'i')
    const english = near('requires?|required|must', 'quarterly|every quarter')
    const spanish = near('exigen?|requieren?|obligan?', 'trimestral(es)?|cada trimestre')
    expect('The law requires this training quarterly').toMatch(english)
    expect('La ley exige una capacitación trimestral').toMatch(spanish)
    for (const [name, text] of everyText) {
      expect(text, name).not.toMatch(english)
      expect(text, name).not.toMatch(spanish)
    }
  })

  it('open in Spanish every question and exclamation that they close', () => {
    for (const { texts: of } of starterLessons) {
      for (const text of sentencesOf(of.es)) {
        for (const [open, close] of ['¿?', '¡!']) {
          expect(text.split(open ?? '').length, text).toBe(text.split(close ?? '').length)
        }
      }
    }
  })
})
