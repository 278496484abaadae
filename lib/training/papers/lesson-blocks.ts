import { type LessonBlock, lessonBlocks, plainText } from '#lib/base/lesson-markdown'
import type { Block } from '#lib/base/paper'

/** The words of what stands inside a list or a scene, each part on its own. */
function textsOf(block: LessonBlock, onScreen: string): string[] {
  if (block.kind === 'paragraph' || block.kind === 'heading') return [plainText(block.parts)]
  if (block.kind === 'file') return [`[${onScreen}: ${block.alt}]`]
  if (block.kind === 'scene') return block.blocks.flatMap((one) => textsOf(one, onScreen))
  return block.items.map((item, at) => {
    const sign = block.ordered ? `${block.start + at}.` : '–'
    return `${sign} ${item.flatMap((one) => textsOf(one, onScreen)).join('\n')}`
  })
}

function onPaper(block: LessonBlock, onScreen: string): Block {
  if (block.kind === 'heading')
    return { kind: 'heading', level: block.level === 2 ? 2 : 3, text: plainText(block.parts) }
  if (block.kind === 'list' && !block.ordered)
    return {
      kind: 'list',
      items: block.items.map((item) => item.flatMap((one) => textsOf(one, onScreen)).join('\n')),
    }
  return { kind: 'paragraph', words: textsOf(block, onScreen) }
}

/** A lesson to read on paper. `onScreen`: what is said of a picture or video, which paper does not have. */
export function lessonOnPaper(body: string, onScreen: string): Block[] {
  return lessonBlocks(body).map((block) => onPaper(block, onScreen))
}
