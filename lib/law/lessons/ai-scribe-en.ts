import type { LessonText } from './lesson.ts'

export const aiScribeEn: LessonText = {
  title: 'The AI scribe: ask, read, then sign',
  body: `An AI scribe listens to a visit and drafts the note. It saves time. It also records a patient’s voice, and its mistakes sound just as sure as the rest. So: **ask before it listens, read before you sign.**

## Before: ask everyone

What the law asks differs by state. In some, everybody in the conversation must agree to a recording; ask your privacy officer what your state asks. Asking each person at every visit is the safe way everywhere. You can say:

“I would like to use an AI tool that records our visit and drafts my note. I check the note myself. Is that all right with you? You can say no now or later.”

- Ask everyone in the room or on the phone: a parent, a partner, an interpreter.
- A no is a no. The care stays the same.
- Write down the real answer. No template may say “patient agreed” by itself.

## When it stays off

Leave it off for substance use treatment and for psychotherapy, unless the privacy officer has cleared it. Special rules protect these. Some states, such as Illinois, want written consent before AI records or transcribes a therapy session.

## After: read, correct, sign

> The visit was about a cough. The draft reads beautifully. Then, in line nine: “Continue metformin 500 mg twice daily.” Nobody said metformin. The patient does not have diabetes. The nurse practitioner is twenty minutes behind and nearly signs. She stops because she reads every line.

Check these first; they hurt most when they are wrong:

1. medicines and doses
2. allergies
3. left and right
4. “no” and “denies”
5. anything nobody said, and anything important that is missing

The clinician who signs answers for the note. If you help with drafts, mark what looks wrong, and let the clinician decide. After signing, correct with a dated addition. Never change the words silently.

If the scribe also writes a message to the patient, some states want it to say that AI wrote it, unless a licensed person has read it first. Ask before you switch this on.

Recordings are deleted on a schedule. Keep no copies of your own.`,
  questions: [
    {
      key: 'sister-walks-in',
      ask: 'The patient agreed and the scribe is on. Halfway through, her sister comes in and sits down. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Go on. The patient agreed, and it is her visit.',
          right: false,
          why: 'Her yes is not her sister’s yes, and in some states everybody must agree.',
        },
        {
          key: 'b',
          text: 'Pause the recording and ask the sister as well.',
          right: true,
          why: 'Her voice would be recorded too, so she gets the same question.',
        },
        {
          key: 'c',
          text: 'Go on, and keep what the sister says out of the note.',
          right: false,
          why: 'The note is not the point: her voice would already be in the recording.',
        },
      ],
    },
    {
      key: 'rather-not',
      ask: 'You are late. A patient says: “I’d rather not be recorded.” What do you do?',
      options: [
        {
          key: 'a',
          text: 'Explain that it is secure and that all the others agree.',
          right: false,
          why: 'He has answered; pressing him makes the next answer worth little.',
        },
        {
          key: 'b',
          text: 'Record to save time, and delete it right after the visit.',
          right: false,
          why: 'Recording against his word is the harm, whether or not it is deleted.',
        },
        {
          key: 'c',
          text: 'Leave it off, note his answer, and write the note yourself.',
          right: true,
          why: 'A no is respected at once, and his care stays the same.',
        },
      ],
    },
    {
      key: 'unknown-medicine',
      ask: 'You are a medical assistant tidying a draft. It lists a medicine that nobody mentioned in the visit. The clinician has not signed. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Mark it and show the clinician before the note is signed.',
          right: true,
          why: 'Whoever signs decides about medicines, and now knows where to look.',
        },
        {
          key: 'b',
          text: 'Delete it. You were in the room and know it is wrong.',
          right: false,
          why: 'You may well be right, but the clinician has to know and decide.',
        },
        {
          key: 'c',
          text: 'Leave it. It may come from an older record in the chart.',
          right: false,
          why: 'Guessing is how an invented medicine gets into a signed note.',
        },
      ],
    },
    {
      key: 'template-says-yes',
      ask: 'Our note template adds “Patient agreed to AI recording” by itself. Today the scribe ran, and you realize that nobody asked. What now?',
      options: [
        {
          key: 'a',
          text: 'Leave the line. She always agreed at earlier visits.',
          right: false,
          why: 'The line is about today, and today nobody asked her.',
        },
        {
          key: 'b',
          text: 'Take out the line, and be sure to ask her next time.',
          right: false,
          why: 'There is still a recording that nobody agreed to, and nobody is looking into it.',
        },
        {
          key: 'c',
          text: 'Correct the line to be true, and tell the privacy officer.',
          right: true,
          why: 'The chart must say what happened, and someone must decide about the recording.',
        },
      ],
    },
    {
      key: 'wrong-knee',
      ask: 'Two days after signing, you see that a scribe’s note says left knee. It was the right one. The note has gone to a surgeon. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Open the note and change the one word, since it is clearly wrong.',
          right: false,
          why: 'A silent change hides the error, and the surgeon still has the old note.',
        },
        {
          key: 'b',
          text: 'Add a dated correction, and let the surgeon know today.',
          right: true,
          why: 'The record stays honest, and whoever relies on the note learns of the error.',
        },
        {
          key: 'c',
          text: 'Leave it, since the surgeon examines the knee before operating.',
          right: false,
          why: 'Counting on the next person to catch it is how the wrong side gets treated.',
        },
      ],
    },
  ],
}
